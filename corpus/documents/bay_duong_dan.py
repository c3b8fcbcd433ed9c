# ruff: noqa: E501 -- the sentences of a document stand on one line each, as they are read
"""Trap: links of an e-office between paragraphs and at the end, every line parted by an empty one."""

from corpus.generator.model import Due, Item, Letter, task, under

HUYEN = "UBND các huyện, thị xã, thành phố"

LETTER = Letter(
    stem="bay-duong-dan",
    agency=("ỦY BAN NHÂN DÂN", "TỈNH SƠN KHÊ"),
    bold_agency=2,
    issuer="Ủy ban nhân dân tỉnh Sơn Khê",
    place="Sơn Khê",
    town="Sơn Khê",
    symbol="UBND-KT",
    type="CV",
    year=2024,
    subject="bình ổn thị trường, bảo đảm cung cầu hàng hóa dịp cuối năm 2024",
    addressees=("Sở Công Thương; Sở Tài chính", "Cục Quản lý thị trường tỉnh", HUYEN),
    opening=(
        Item(
            "Nhằm bảo đảm cân đối cung cầu, bình ổn giá cả hàng hóa thiết yếu dịp cuối năm 2024 và Tết Nguyên đán Ất Tỵ, Chủ tịch UBND tỉnh yêu cầu các cơ quan, đơn vị, địa phương:"
        ),
    ),
    body=(
        under(
            "1.",
            "Sở Công Thương:",
            ("Sở Công Thương",),
            task(
                "Xây dựng phương án dự trữ hàng hóa thiết yếu, ưu tiên lương thực, thực phẩm, xăng dầu cho các xã vùng cao có nguy cơ bị chia cắt khi có thiên tai, trình UBND tỉnh trước ngày 20/11/2024.",
                Due("trước ngày 20/11/2024", "2024-11-20"),
                report=("UBND tỉnh",),
            ),
            task(
                "Chủ trì, phối hợp với Liên minh Hợp tác xã tỉnh tổ chức 05 phiên chợ đưa hàng Việt về nông thôn trong tháng 12/2024.",
                Due("trong tháng 12/2024", "2024-12-31"),
                coord=("Liên minh Hợp tác xã tỉnh",),
            ),
        ),
        under(
            "2.",
            "Sở Tài chính:",
            ("Sở Tài chính",),
            task(
                "Theo dõi sát diễn biến giá cả; báo cáo UBND tỉnh giải pháp bình ổn khi thị trường có biến động bất thường.",
                label="",
                report=("UBND tỉnh",),
            ),
        ),
        under(
            "3.",
            "Cục Quản lý thị trường tỉnh:",
            ("Cục Quản lý thị trường tỉnh",),
            task("Kiểm tra, xử lý nghiêm hành vi đầu cơ, găm hàng, kinh doanh hàng giả, hàng không rõ nguồn gốc."),
            task(
                "Công bố đường dây nóng tiếp nhận phản ánh của người tiêu dùng trước ngày 01/12/2024.",
                Due("trước ngày 01/12/2024", "2024-12-01"),
            ),
        ),
        under(
            "4.",
            f"{HUYEN}:",
            (HUYEN,),
            task(
                "Bố trí địa điểm, bảo đảm an ninh trật tự, vệ sinh môi trường, phòng cháy, chữa cháy tại các chợ và điểm bán hàng lưu động trên địa bàn.",
                label="",
            ),
        ),
        Item("Căn cứ nội dung trên, các cơ quan, đơn vị, địa phương triển khai thực hiện./."),
    ),
    recipients=("Như trên;", "TT. Tỉnh ủy, HĐND tỉnh;", "Lãnh đạo Văn phòng;", "Lưu: VT, KT1."),
    position="Chủ tịch",
    signer="Trần Hữu Bách",
)
