"""Names of bodies of all kinds in sentences of official documents from 2005 to 2026: where each begins and ends."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, groups, load_agency_phrases
from tests.reading import role_rules


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


def names(text: str, phrases: AgencyPhrases) -> str:
    mentions = find_mentions(text, phrases=phrases)
    return " | ".join(mention.name for group in groups(mentions, text, role_rules()) for mention in group)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Báo Long An mở chuyên mục phổ biến giá giống", "Báo Long An"),
        (
            "Báo Nhân dân, Thông tấn xã Việt Nam, Đài Tiếng nói Việt Nam tăng thời lượng phát sóng",
            "Báo Nhân dân | Thông tấn xã Việt Nam | Đài Tiếng nói Việt Nam",
        ),
        ("Thời báo Ngân hàng, Tạp chí Thuế đăng tải nội dung Chỉ thị", "Thời báo Ngân hàng | Tạp chí Thuế"),
        (
            "Thời báo Kinh tế Việt Nam phối hợp với Tạp chí Cộng sản mở chuyên trang",
            "Thời báo Kinh tế Việt Nam | Tạp chí Cộng sản",
        ),
        (
            "Đài Phát thanh và Truyền hình Bến Tre, Báo Đồng Khởi đưa tin kịp thời",
            "Đài Phát thanh và Truyền hình Bến Tre | Báo Đồng Khởi",
        ),
        (
            "Đài Phát thanh - Truyền hình tỉnh, Báo Yên Bái tuyên truyền rộng rãi",
            "Đài Phát thanh - Truyền hình tỉnh | Báo Yên Bái",
        ),
        (
            "Đài PT-TH tỉnh, đài truyền thanh các huyện, thị xã thông báo lịch xả nước",
            "Đài PT-TH tỉnh | đài truyền thanh các huyện, thị xã",
        ),
        ("Cổng Thông tin điện tử tỉnh đăng toàn văn Quyết định", "Cổng Thông tin điện tử tỉnh"),
        ("Cổng Thông tin điện tử Chính phủ công khai kết quả", "Cổng Thông tin điện tử Chính phủ"),
        ("Trung tâm Thông tin - Công báo tỉnh đăng công báo", "Trung tâm Thông tin - Công báo tỉnh"),
        (
            "Báo Sài Gòn Giải phóng, Đài Truyền hình thành phố, Đài Tiếng nói nhân dân thành phố đưa tin",
            "Báo Sài Gòn Giải phóng | Đài Truyền hình thành phố | Đài Tiếng nói nhân dân thành phố",
        ),
        ("Tạp chí Xây dựng Đảng, Báo Điện tử Chính phủ mở chuyên mục", "Tạp chí Xây dựng Đảng | Báo Điện tử Chính phủ"),
        ("Báo Quân đội nhân dân, Báo Công an nhân dân đưa tin", "Báo Quân đội nhân dân | Báo Công an nhân dân"),
        ("Báo Bà Rịa - Vũng Tàu phản ánh kịp thời", "Báo Bà Rịa - Vũng Tàu"),
        (
            "Báo Tuổi trẻ, Báo Thanh niên, Báo Người lao động thông tin đầy đủ",
            "Báo Tuổi trẻ | Báo Thanh niên | Báo Người lao động",
        ),
        ("Trung tâm Truyền thông tỉnh Quảng Ninh bố trí phóng viên", "Trung tâm Truyền thông tỉnh Quảng Ninh"),
        (
            "Trung tâm Truyền thông - Văn hóa các huyện, thị xã, thành phố đưa tin",
            "Trung tâm Truyền thông - Văn hóa các huyện, thị xã, thành phố",
        ),
        ("Đài Khí tượng Thủy văn khu vực Nam Bộ dự báo sớm", "Đài Khí tượng Thủy văn khu vực Nam Bộ"),
        ("Đài Truyền thanh huyện, Ban Văn hóa xã phát tin hằng ngày", "Đài Truyền thanh huyện | Ban Văn hóa xã"),
        ("Nhà xuất bản Chính trị quốc gia Sự thật in ấn tài liệu", "Nhà xuất bản Chính trị quốc gia Sự thật"),
        ("Hệ thống truyền thanh cơ sở phát lại nội dung", ""),
        ("Cổng Dịch vụ công quốc gia tích hợp dịch vụ", ""),
        ("Báo Kinh tế và Đô thị, Báo Hànộimới mở chuyên trang", "Báo Kinh tế và Đô thị | Báo Hànộimới"),
        ("Thời báo Tài chính Việt Nam và Báo Hải quan đăng tải", "Thời báo Tài chính Việt Nam | Báo Hải quan"),
        (
            "Tạp chí Văn nghệ Xứ Lạng, Đài Phát thanh và Truyền hình tỉnh Lạng Sơn đưa tin",
            "Tạp chí Văn nghệ Xứ Lạng | Đài Phát thanh và Truyền hình tỉnh Lạng Sơn",
        ),
    ],
)
def test_the_press_is_read_by_its_names(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ủy ban nhân dân các quận-huyện chịu trách nhiệm kiểm tra", "Ủy ban nhân dân các quận-huyện"),
        (
            "Thủ trưởng các sở-ngành, Chủ tịch Ủy ban nhân dân các quận-huyện chịu trách nhiệm thi hành",
            "các sở-ngành | Ủy ban nhân dân các quận-huyện",
        ),
        ("Các sở-ban-ngành thành phố, quận-huyện báo cáo trước ngày 15", "Các sở-ban-ngành thành phố, quận-huyện"),
        ("UBND phường-xã, thị trấn niêm yết danh sách", "UBND phường-xã, thị trấn"),
        (
            "Giám đốc các sở-ngành có liên quan và Chủ tịch UBND quận-huyện báo cáo",
            "các sở-ngành có liên quan | UBND quận-huyện",
        ),
        ("Phòng Quản lý đô thị quận-huyện cấp phép", "Phòng Quản lý đô thị quận-huyện"),
    ],
)
def test_kinds_joined_by_a_hyphen_are_one_collective(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các tỉnh có dự án đi qua giải phóng mặt bằng", "UBND các tỉnh có dự án đi qua"),
        (
            "Các bệnh viện, cơ sở khám chữa bệnh công lập và ngoài công lập kê đơn điện tử",
            "Các bệnh viện, cơ sở khám chữa bệnh công lập và ngoài công lập",
        ),
        (
            "Các đơn vị được giao nhiệm vụ về bồi thường nhà nước tập trung triển khai Luật",
            "Các đơn vị được giao nhiệm vụ về bồi thường nhà nước",
        ),
        ("Các đơn vị được giao làm chủ đầu tư báo cáo tiến độ", "Các đơn vị được giao làm chủ đầu tư"),
        ("Các địa phương có mỏ tạo điều kiện cho nhà thầu khai thác", "Các địa phương có mỏ | nhà thầu"),
        ("đề nghị địa phương có mỏ đẩy nhanh thủ tục", "địa phương có mỏ"),
        (
            "Riêng các xã, phường có trụ sở Trung tâm Phục vụ hành chính công tỉnh bố trí nhân sự",
            "các xã, phường có trụ sở Trung tâm Phục vụ hành chính công tỉnh",
        ),
        ("Các huyện có dịch thành lập chốt kiểm dịch", "Các huyện có dịch"),
        ("Các đơn vị có tên trên tổng hợp kết quả", "Các đơn vị có tên trên"),
        ("Các cơ quan, đơn vị nêu trên báo cáo trước ngày 25", "Các cơ quan, đơn vị nêu trên"),
        ("Các doanh nghiệp có vốn đầu tư nước ngoài nộp báo cáo", "Các doanh nghiệp có vốn đầu tư nước ngoài"),
        ("Các chủ đầu tư, ban quản lý dự án rà soát kế hoạch cung ứng vật liệu", "Các chủ đầu tư, ban quản lý dự án"),
        ("Các đơn vị tự bảo đảm một phần chi thường xuyên cắt giảm chi", "Các đơn vị tự bảo đảm một phần chi thường xuyên"),
        ("Các đơn vị tự rà soát, cắt giảm chi", "Các đơn vị"),
        ("Các sở, ban, ngành chưa hoàn thành kế hoạch giải trình", "Các sở, ban, ngành chưa hoàn thành kế hoạch"),
        ("Các đơn vị được giao thực hiện dự án giải ngân", "Các đơn vị được giao thực hiện dự án"),
        ("Các chủ đầu tư được giao vốn đẩy nhanh thi công", "Các chủ đầu tư được giao vốn"),
        ("Các huyện có tỷ lệ giải ngân thấp kiểm điểm trách nhiệm", "Các huyện có tỷ lệ giải ngân thấp"),
        ("Các xã có ổ dịch thành lập tổ tiêu hủy", "Các xã có ổ dịch"),
        ("Các địa phương có tuyến cao tốc đi qua bàn giao mặt bằng", "Các địa phương có tuyến cao tốc đi qua"),
        ("Các trường có học sinh bán trú ký hợp đồng", "Các trường có học sinh bán trú"),
        ("UBND các xã có chợ đầu mối kiểm tra", "UBND các xã có chợ đầu mối"),
        ("Các doanh nghiệp có trên 100 lao động nộp báo cáo", "Các doanh nghiệp có trên 100 lao động"),
        ("Các địa phương có trách nhiệm báo cáo", "Các địa phương"),
        ("Các đơn vị có văn bản trả lời trước ngày 5", "Các đơn vị"),
        ("Các sở, ngành có kế hoạch thực hiện", "Các sở, ngành"),
        ("Các xã, thị trấn chưa đạt chuẩn nông thôn mới đăng ký lộ trình", "Các xã, thị trấn chưa đạt chuẩn nông thôn mới"),
        ("Các phòng, ban, đơn vị nói trên gửi kết quả", "Các phòng, ban, đơn vị nói trên"),
        ("Các đơn vị có tên tại Phụ lục kèm theo thực hiện", "Các đơn vị có tên tại Phụ lục kèm theo"),
        ("các cơ sở giáo dục nghề nghiệp ngoài công lập báo cáo", "các cơ sở giáo dục nghề nghiệp ngoài công lập"),
        ("Các địa phương có đê rà soát trọng điểm", "Các địa phương có đê"),
        ("Các tỉnh có đường biên giới với Lào phối hợp", "Các tỉnh có đường biên giới với Lào"),
        ("UBND các huyện có rừng kiện toàn", "UBND các huyện có rừng"),
        ("UBND các xã có tuyến đường đi qua vận động nhân dân", "UBND các xã có tuyến đường đi qua"),
        ("Các bộ, ngành, địa phương có dự án chậm tiến độ kiểm điểm", "Các bộ, ngành, địa phương có dự án chậm tiến độ"),
        ("Các chủ đầu tư có tỷ lệ giải ngân dưới 30% giải trình", "Các chủ đầu tư có tỷ lệ giải ngân dưới 30%"),
        (
            "Các đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên rà soát",
            "Các đơn vị sự nghiệp công lập tự bảo đảm chi thường xuyên",
        ),
        ("Các hộ dân có đất bị thu hồi bàn giao mặt bằng", "Các hộ dân có đất bị thu hồi"),
        ("Các đơn vị có liên quan phối hợp", "Các đơn vị có liên quan"),
        ("Các địa phương có thể vận dụng", "Các địa phương"),
        ("Các sở, ngành có báo cáo gửi về", "Các sở, ngành"),
        (
            "Các huyện, thị xã, thành phố có số hồ sơ trễ hạn cao kiểm điểm",
            "Các huyện, thị xã, thành phố có số hồ sơ trễ hạn cao",
        ),
    ],
)
def test_what_says_which_of_a_kind_are_meant_belongs_to_the_name(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tổng Công ty Điện lực miền Nam cấp điện ổn định", "Tổng Công ty Điện lực miền Nam"),
        (
            "Tổng Công ty Cơ khí Giao thông vận tải Sài Gòn, Liên hiệp Hợp tác xã Vận tải thành phố tăng chuyến",
            "Tổng Công ty Cơ khí Giao thông vận tải Sài Gòn | Liên hiệp Hợp tác xã Vận tải thành phố",
        ),
        (
            "Tổng Giám đốc, Giám đốc các Tổng Công ty, công ty trách nhiệm hữu hạn một "
            "thành viên thuộc thành phố tiết kiệm chi phí",
            "các Tổng Công ty, công ty trách nhiệm hữu hạn một thành viên thuộc thành phố",
        ),
        ("các Tổng Công ty thuộc thành phố báo cáo", "các Tổng Công ty thuộc thành phố"),
        (
            "Tổng công ty Đầu tư phát triển đường cao tốc Việt Nam, Tổng công ty Cảng hàng không Việt Nam rà soát kế hoạch",
            "Tổng công ty Đầu tư phát triển đường cao tốc Việt Nam | Tổng công ty Cảng hàng không Việt Nam",
        ),
        (
            "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam bảo đảm cung ứng than",
            "Tập đoàn Công nghiệp Than - Khoáng sản Việt Nam",
        ),
        (
            "Tập đoàn Dầu khí Việt Nam, Tập đoàn Xăng dầu Việt Nam dự trữ đủ nguồn hàng",
            "Tập đoàn Dầu khí Việt Nam | Tập đoàn Xăng dầu Việt Nam",
        ),
        (
            "Ngân hàng Nhà nước Chi nhánh Long An chỉ đạo các ngân hàng thương mại cho vay",
            "Ngân hàng Nhà nước Chi nhánh Long An | các ngân hàng thương mại",
        ),
        (
            "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Bến Tre tổng hợp dư nợ",
            "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Bến Tre",
        ),
        ("Ngân hàng Nhà nước - Chi nhánh tỉnh Sơn La báo cáo", "Ngân hàng Nhà nước - Chi nhánh tỉnh Sơn La"),
        ("Ngân hàng Chính sách xã hội tỉnh giải ngân vốn vay", "Ngân hàng Chính sách xã hội tỉnh"),
        (
            "Ngân hàng Nông nghiệp và Phát triển nông thôn chi nhánh Tân An khoanh nợ",
            "Ngân hàng Nông nghiệp và Phát triển nông thôn chi nhánh Tân An",
        ),
        ("Chi nhánh Ngân hàng Phát triển Tây Ninh giải ngân", "Chi nhánh Ngân hàng Phát triển Tây Ninh"),
        ("Ngân hàng TMCP Công thương Việt Nam thu xếp vốn", "Ngân hàng TMCP Công thương Việt Nam"),
        (
            "Quỹ Đầu tư phát triển tỉnh, Quỹ Bảo vệ và Phát triển rừng thẩm định",
            "Quỹ Đầu tư phát triển tỉnh | Quỹ Bảo vệ và Phát triển rừng",
        ),
        (
            "Công ty TNHH MTV Khai thác công trình thủy lợi Kiên Giang vận hành cống",
            "Công ty TNHH MTV Khai thác công trình thủy lợi Kiên Giang",
        ),
        ("Công ty Cổ phần Cấp nước Bà Rịa - Vũng Tàu súc rửa đường ống", "Công ty Cổ phần Cấp nước Bà Rịa - Vũng Tàu"),
        ("Công ty cổ phần Xây dựng số 5 hoàn trả mặt đường", "Công ty cổ phần Xây dựng số 5"),
        ("Công ty Xổ số kiến thiết tỉnh nộp ngân sách đúng hạn", "Công ty Xổ số kiến thiết tỉnh"),
        (
            "Tổng Công ty Điện lực Thành phố Hồ Chí Minh, Tổng Công ty Cấp nước Sài Gòn TNHH MTV di dời",
            "Tổng Công ty Điện lực Thành phố Hồ Chí Minh | Tổng Công ty Cấp nước Sài Gòn TNHH MTV",
        ),
        ("Tổng Công ty Lương thực miền Nam thu mua lúa", "Tổng Công ty Lương thực miền Nam"),
        (
            "Tập đoàn Bưu chính Viễn thông Việt Nam, Tập đoàn Công nghiệp - Viễn thông Quân đội đảm bảo thông tin liên lạc",
            "Tập đoàn Bưu chính Viễn thông Việt Nam | Tập đoàn Công nghiệp - Viễn thông Quân đội",
        ),
        (
            "Tập đoàn Điện lực Việt Nam, Tổng công ty Quản lý bay Việt Nam báo cáo",
            "Tập đoàn Điện lực Việt Nam | Tổng công ty Quản lý bay Việt Nam",
        ),
        (
            "Cục Đường sắt Việt Nam, Tổng công ty Đường sắt Việt Nam thu hẹp lối đi tự mở",
            "Cục Đường sắt Việt Nam | Tổng công ty Đường sắt Việt Nam",
        ),
        ("VNPT Đồng Tháp, Viettel Đồng Tháp ngầm hóa cáp", "VNPT Đồng Tháp | Viettel Đồng Tháp"),
        ("Điện lực Long An, Bưu điện tỉnh di dời cột", "Điện lực Long An | Bưu điện tỉnh"),
        (
            "Công ty Điện lực Sơn La, Công ty cổ phần Môi trường đô thị sửa chữa",
            "Công ty Điện lực Sơn La | Công ty cổ phần Môi trường đô thị",
        ),
        (
            "Các Công ty lâm nghiệp, Ban quản lý rừng phòng hộ rà soát diện tích",
            "Các Công ty lâm nghiệp, Ban quản lý rừng phòng hộ",
        ),
        ("Công ty TNHH một thành viên Cấp thoát nước thu phí", "Công ty TNHH một thành viên Cấp thoát nước"),
        ("Công ty cổ phần Đầu tư và Xây dựng công trình 507 thi công", "Công ty cổ phần Đầu tư và Xây dựng công trình 507"),
        ("Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 9 chỉ đạo", "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 9"),
        (
            "Ngân hàng Phát triển Việt Nam, Ngân hàng Chính sách xã hội cho vay",
            "Ngân hàng Phát triển Việt Nam | Ngân hàng Chính sách xã hội",
        ),
        ("Phòng giao dịch Ngân hàng Chính sách xã hội huyện thu nợ", "Phòng giao dịch Ngân hàng Chính sách xã hội huyện"),
        ("Agribank Chi nhánh Hòa Bình giải ngân", "Agribank Chi nhánh Hòa Bình"),
        ("Quỹ Tín dụng nhân dân xã Tân Hội khắc phục tồn tại", "Quỹ Tín dụng nhân dân xã Tân Hội"),
        (
            "Văn phòng Đăng ký đất đai chi nhánh huyện Kỳ Sơn chỉnh lý hồ sơ",
            "Văn phòng Đăng ký đất đai chi nhánh huyện Kỳ Sơn",
        ),
        (
            "Các ngân hàng thương mại nhà nước trên địa bàn tỉnh hạ lãi suất",
            "Các ngân hàng thương mại nhà nước trên địa bàn tỉnh",
        ),
        (
            "Tổng công ty Hàng không Việt Nam - CTCP, Tổng công ty Bưu điện Việt Nam rà soát",
            "Tổng công ty Hàng không Việt Nam - CTCP | Tổng công ty Bưu điện Việt Nam",
        ),
        (
            "Tổng công ty Hàng hải Việt Nam, Tổng công ty Tân Cảng Sài Gòn điều phối",
            "Tổng công ty Hàng hải Việt Nam | Tổng công ty Tân Cảng Sài Gòn",
        ),
        (
            "Tổng công ty Phát điện 1, Tổng công ty Truyền tải điện Quốc gia vận hành",
            "Tổng công ty Phát điện 1 | Tổng công ty Truyền tải điện Quốc gia",
        ),
        ("Công ty TNHH MTV Quản lý và Khai thác hầm Hải Vân trực", "Công ty TNHH MTV Quản lý và Khai thác hầm Hải Vân"),
        ("Công ty CP Đầu tư Phát triển nhà và Đô thị IDICO nộp hồ sơ", "Công ty CP Đầu tư Phát triển nhà và Đô thị IDICO"),
        ("Công ty Thủy lợi Nam Nghệ An bơm tưới", "Công ty Thủy lợi Nam Nghệ An"),
        (
            "Ngân hàng Hợp tác xã Việt Nam, Bảo hiểm tiền gửi Việt Nam báo cáo",
            "Ngân hàng Hợp tác xã Việt Nam | Bảo hiểm tiền gửi Việt Nam",
        ),
        (
            "Ngân hàng TMCP Đầu tư và Phát triển Việt Nam chi nhánh Thái Nguyên ký hợp đồng",
            "Ngân hàng TMCP Đầu tư và Phát triển Việt Nam chi nhánh Thái Nguyên",
        ),
        (
            "các ngân hàng thương mại, quỹ tín dụng nhân dân niêm yết lãi suất",
            "các ngân hàng thương mại, quỹ tín dụng nhân dân",
        ),
    ],
)
def test_companies_banks_and_their_branches(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ban QLDA Mỹ Thuận đôn đốc nhà thầu", "Ban QLDA Mỹ Thuận | nhà thầu"),
        ("Giao Ban QLDA 7 và Khu QLĐB VII nghiệm thu", "Ban QLDA 7 | Khu QLĐB VII"),
        ("Khu QLĐB IV tăng cường kiểm tra cầu yếu", "Khu QLĐB IV"),
        ("Khu Quản lý đường bộ II, PMU 85 sửa chữa mặt đường", "Khu Quản lý đường bộ II | PMU 85"),
        ("PMU Thăng Long trình hồ sơ trước ngày 20", "PMU Thăng Long"),
        (
            "Ban Quản lý dự án Đường Hồ Chí Minh làm việc với UBND tỉnh Bình Phước",
            "Ban Quản lý dự án Đường Hồ Chí Minh | UBND tỉnh Bình Phước",
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh phối hợp với Sở Xây dựng",
            "Ban Quản lý dự án đầu tư xây dựng tỉnh | Sở Xây dựng",
        ),
        ("Ban QLDA ĐTXD các công trình giao thông tỉnh lập kế hoạch", "Ban QLDA ĐTXD các công trình giao thông tỉnh"),
        ("Ban Quản lý dự án 85 bàn giao cọc mốc", "Ban Quản lý dự án 85"),
        ("TEDI South và Ban QLDA 1 khảo sát lại nền đất yếu", "TEDI South | Ban QLDA 1"),
        ("Hội đồng bồi thường huyện chi trả dứt điểm", "Hội đồng bồi thường huyện"),
        (
            "Hội đồng bồi thường, hỗ trợ và tái định cư huyện Bến Lức niêm yết phương án",
            "Hội đồng bồi thường, hỗ trợ và tái định cư huyện Bến Lức",
        ),
        (
            "Vườn quốc gia Tràm Chim, Ban Quản lý rừng phòng hộ Thuận Phong phòng cháy",
            "Vườn quốc gia Tràm Chim | Ban Quản lý rừng phòng hộ Thuận Phong",
        ),
        ("Ban Quản lý dự án Thăng Long bàn giao tim tuyến", "Ban Quản lý dự án Thăng Long"),
        ("Ban QLDA ĐTXD huyện Mộc Châu nghiệm thu", "Ban QLDA ĐTXD huyện Mộc Châu"),
        (
            "Ban Quản lý đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh lập hồ sơ",
            "Ban Quản lý đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh",
        ),
        ("Ban Quản lý Khu công nghệ cao Hòa Lạc thu hút", "Ban Quản lý Khu công nghệ cao Hòa Lạc"),
        (
            "Ban Quản lý khu kinh tế Nghi Sơn và các khu công nghiệp kiểm tra",
            "Ban Quản lý khu kinh tế Nghi Sơn và các khu công nghiệp",
        ),
        (
            "Ban Quản lý các KCN, Ban Quản lý Khu kinh tế cửa khẩu hướng dẫn",
            "Ban Quản lý các KCN | Ban Quản lý Khu kinh tế cửa khẩu",
        ),
        ("Ban Quản lý di tích và danh thắng bảo quản hiện vật", "Ban Quản lý di tích và danh thắng"),
        (
            "Hội đồng bồi thường, giải phóng mặt bằng huyện Kỳ Anh chi trả",
            "Hội đồng bồi thường, giải phóng mặt bằng huyện Kỳ Anh",
        ),
        ("Ban Quản lý dự án đầu tư xây dựng khu vực Sông Mã bàn giao", "Ban Quản lý dự án đầu tư xây dựng khu vực Sông Mã"),
        (
            "Ban Quản lý dự án các công trình xây dựng và phát triển đô thị thi công",
            "Ban Quản lý dự án các công trình xây dựng và phát triển đô thị",
        ),
        ("Giao Ban QLDA ODA thành phố trình", "Ban QLDA ODA thành phố"),
        ("Ban Quản lý chợ Bến Thành sắp xếp", "Ban Quản lý chợ Bến Thành"),
        (
            "Ban Quản lý Vườn quốc gia Xuân Sơn, Ban Quản lý Khu dự trữ thiên nhiên Mường La bảo vệ",
            "Ban Quản lý Vườn quốc gia Xuân Sơn | Ban Quản lý Khu dự trữ thiên nhiên Mường La",
        ),
    ],
)
def test_boards_of_projects_and_roads(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ủy ban nhân dân quận 1, quận 5 và quận Gò Vấp hoàn thành trong tháng 9",
            "Ủy ban nhân dân quận 1 | Ủy ban nhân dân quận 5 | Ủy ban nhân dân quận Gò Vấp",
        ),
        (
            "Ủy ban nhân dân quận 2, quận 9, quận Thủ Đức bàn giao mặt bằng",
            "Ủy ban nhân dân quận 2 | Ủy ban nhân dân quận 9 | Ủy ban nhân dân quận Thủ Đức",
        ),
        ("UBND các huyện Tân Trụ, Châu Thành chủ động bơm nước", "UBND huyện Tân Trụ | UBND huyện Châu Thành"),
        (
            "UBND các huyện Vĩnh Hưng, Tân Hưng, Mộc Hóa và thị xã Kiến Tường gia cố đê bao",
            "UBND huyện Vĩnh Hưng | UBND huyện Tân Hưng | UBND huyện Mộc Hóa | UBND thị xã Kiến Tường",
        ),
        (
            "UBND thị xã An Bình, huyện Ba Lòng, Đăk Sơn và Ia Hà kiểm tra",
            "UBND thị xã An Bình | UBND huyện Ba Lòng | UBND huyện Đăk Sơn | UBND huyện Ia Hà",
        ),
        (
            "UBND thành phố Phú Sơn, các huyện Thanh Lĩnh, Hạ Khê rà soát",
            "UBND thành phố Phú Sơn | UBND huyện Thanh Lĩnh | UBND huyện Hạ Khê",
        ),
        ("UBND tỉnh Lào Cai, các huyện Bát Sơn, Sa Lĩnh rà soát", "UBND tỉnh Lào Cai | huyện Bát Sơn | huyện Sa Lĩnh"),
        ("các cơ quan truyền thông trong tỉnh tăng thời lượng", "các cơ quan truyền thông trong tỉnh"),
        ("các cơ quan truyền thông rộng rãi đến người dân", "các cơ quan"),
        (
            "UBND huyện Bình Chánh, Củ Chi và Hóc Môn rà soát",
            "UBND huyện Bình Chánh | UBND huyện Củ Chi | UBND huyện Hóc Môn",
        ),
        ("các Sở GTVT: Long An, Tiền Giang lắp biển báo", "Sở GTVT Long An | Sở GTVT Tiền Giang"),
        (
            "Sở GTVT Long An, Tiền Giang và Bến Tre bảo đảm giao thông",
            "Sở GTVT Long An | Sở GTVT Tiền Giang | Sở GTVT Bến Tre",
        ),
        (
            "Giám đốc Công an các tỉnh: Sơn La, Điện Biên, Lai Châu chỉ đạo điều tra",
            "Công an tỉnh Sơn La | Công an tỉnh Điện Biên | Công an tỉnh Lai Châu",
        ),
        (
            "Cục Hải quan các tỉnh Lạng Sơn, Quảng Ninh thông quan nhanh",
            "Cục Hải quan tỉnh Lạng Sơn | Cục Hải quan tỉnh Quảng Ninh",
        ),
        ("các Cục Thuế Hà Nội, Hải Phòng đôn đốc nợ thuế", "Cục Thuế Hà Nội | Cục Thuế Hải Phòng"),
        (
            "Chủ tịch Ủy ban nhân dân các tỉnh: An Giang, Đồng Tháp, Vĩnh Long và thành phố Cần Thơ cấp mỏ cát",
            "Ủy ban nhân dân tỉnh An Giang | Ủy ban nhân dân tỉnh Đồng Tháp | Ủy ban nhân dân "
            "tỉnh Vĩnh Long | Ủy ban nhân dân thành phố Cần Thơ",
        ),
        ("Tỉnh Long An bố trí vốn đối ứng", "Tỉnh Long An"),
        ("Đề nghị Tỉnh Đồng Tháp cấp phép mỏ", "Tỉnh Đồng Tháp"),
        (
            "Thành phố Hồ Chí Minh, tỉnh Tây Ninh, tỉnh Đồng Nai khởi công trong quý III",
            "Thành phố Hồ Chí Minh | tỉnh Tây Ninh | tỉnh Đồng Nai",
        ),
        ("Thành phố Cần Thơ hoàn thành bồi thường 2 hộ còn lại", "Thành phố Cần Thơ"),
        ("Yêu cầu UBND tỉnh Bạc Liêu, UBND tỉnh Cà Mau di dời đường điện", "UBND tỉnh Bạc Liêu | UBND tỉnh Cà Mau"),
        (
            "Ủy ban nhân dân các tỉnh Tiền Giang, Sóc Trăng nâng công suất khai thác",
            "Ủy ban nhân dân tỉnh Tiền Giang | Ủy ban nhân dân tỉnh Sóc Trăng",
        ),
        (
            "Thường trực Ủy ban nhân dân các quận 7, 8 và huyện Nhà Bè giải tỏa",
            "Thường trực Ủy ban nhân dân quận 7 | Thường trực Ủy ban nhân dân quận 8 | Thường trực Ủy ban nhân dân huyện Nhà Bè",
        ),
        ("UBND phường 3, phường 5 và phường Tân Lợi vận động", "UBND phường 3 | UBND phường 5 | UBND phường Tân Lợi"),
        ("UBND phường 12, quận Bình Thạnh xử lý dứt điểm", "UBND phường 12, quận Bình Thạnh"),
        ("UBND quận 1, Thành phố Hồ Chí Minh kiểm tra", "UBND quận 1, Thành phố Hồ Chí Minh"),
        ("UBND huyện Thoại Sơn, tỉnh An Giang khắc phục", "UBND huyện Thoại Sơn, tỉnh An Giang"),
        (
            "UBND huyện Gò Quao, huyện An Biên và thành phố Rạch Giá đào kênh",
            "UBND huyện Gò Quao | UBND huyện An Biên | UBND thành phố Rạch Giá",
        ),
        ("UBND thị xã Hồng Ngự, huyện Tân Hồng tuần tra", "UBND thị xã Hồng Ngự | UBND huyện Tân Hồng"),
        ("UBND các xã: Mường Bú, Chiềng San, Tạ Bú di dân", "UBND xã Mường Bú | UBND xã Chiềng San | UBND xã Tạ Bú"),
        ("Đảng ủy các xã Nậm Cắn, Mường Típ lãnh đạo", "Đảng ủy xã Nậm Cắn | Đảng ủy xã Mường Típ"),
        (
            "Ủy ban nhân dân các tỉnh, thành phố: Hải Phòng, Thái Bình, Nam Định rà soát",
            "Ủy ban nhân dân thành phố Hải Phòng | Ủy ban nhân dân tỉnh Thái Bình | Ủy ban nhân dân tỉnh Nam Định",
        ),
        (
            "Sở Nông nghiệp và PTNT các tỉnh Nghệ An, Hà Tĩnh, Quảng Bình theo dõi",
            "Sở Nông nghiệp và PTNT tỉnh Nghệ An | Sở Nông nghiệp và PTNT tỉnh Hà Tĩnh | Sở Nông nghiệp và PTNT tỉnh Quảng Bình",
        ),
        ("Sở Y tế tỉnh Bình Dương, Đồng Nai giám sát ổ dịch", "Sở Y tế tỉnh Bình Dương | Sở Y tế tỉnh Đồng Nai"),
        (
            "Chi cục Thuế các quận: Cầu Giấy, Thanh Xuân khoanh nợ",
            "Chi cục Thuế quận Cầu Giấy | Chi cục Thuế quận Thanh Xuân",
        ),
        ("Tỉnh Thanh Hóa, tỉnh Nghệ An rà soát quy hoạch", "Tỉnh Thanh Hóa | tỉnh Nghệ An"),
        ("đề nghị thành phố Đà Nẵng sớm bàn giao đất", "thành phố Đà Nẵng"),
        (
            "Bệnh viện Đa khoa khu vực các huyện Phù Yên, Mai Sơn trực cấp cứu",
            "Bệnh viện Đa khoa khu vực huyện Phù Yên | Bệnh viện Đa khoa khu vực huyện Mai Sơn",
        ),
        ("UBND các quận, huyện: Bình Thủy, Ô Môn, Phong Điền báo cáo", "UBND Bình Thủy | UBND Ô Môn | UBND Phong Điền"),
        (
            "UBND các phường Tân Lập, Cửa Nam và xã Hưng Lộc giải tỏa",
            "UBND phường Tân Lập | UBND phường Cửa Nam | UBND xã Hưng Lộc",
        ),
        ("UBND xã Phước Hiệp, xã Thái Mỹ xử lý", "UBND xã Phước Hiệp | UBND xã Thái Mỹ"),
    ],
)
def test_each_place_behind_a_body_is_a_body(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Thương mại và Du lịch chủ trì kiểm tra giá", "Sở Thương mại và Du lịch"),
        ("Sở Thương mại - Du lịch, Sở Thủy sản phối hợp", "Sở Thương mại - Du lịch | Sở Thủy sản"),
        ("Sở Văn hóa - Thông tin, Sở Thể dục - Thể thao tổ chức hội thi", "Sở Văn hóa - Thông tin | Sở Thể dục - Thể thao"),
        ("Sở Bưu chính, Viễn thông chủ trì", "Sở Bưu chính, Viễn thông"),
        ("Sở Nông nghiệp và PTNT, Sở LĐTB&XH, Sở TN và MT rà soát", "Sở Nông nghiệp và PTNT | Sở LĐTB&XH | Sở TN và MT"),
        (
            "Phòng Nông nghiệp và Phát triển nông thôn, Phòng Hạ tầng kinh tế, Phòng Kinh tế và Hạ tầng nông thôn báo cáo",
            "Phòng Nông nghiệp và Phát triển nông thôn | Phòng Hạ tầng kinh tế | Phòng Kinh tế và Hạ tầng nông thôn",
        ),
        (
            "Phòng Văn hóa - Xã hội, Phòng Kinh tế, Hạ tầng và Đô thị phường tiếp nhận hồ sơ",
            "Phòng Văn hóa - Xã hội | Phòng Kinh tế, Hạ tầng và Đô thị phường",
        ),
        ("Ủy ban Dân số, Gia đình và Trẻ em tỉnh vận động", "Ủy ban Dân số, Gia đình và Trẻ em tỉnh"),
        (
            "Bộ Lao động - Thương binh và Xã hội, Bộ Văn hóa - Thông tin hướng dẫn",
            "Bộ Lao động - Thương binh và Xã hội | Bộ Văn hóa - Thông tin",
        ),
        (
            "Phòng Cảnh sát quản lý hành chính về trật tự xã hội, Công an cấp xã thu nhận hồ sơ",
            "Phòng Cảnh sát quản lý hành chính về trật tự xã hội | Công an cấp xã",
        ),
        (
            "Ban Dân tộc và Miền núi tỉnh, Ban Tôn giáo tỉnh nắm tình hình",
            "Ban Dân tộc và Miền núi tỉnh | Ban Tôn giáo tỉnh",
        ),
        (
            "Sở Kế hoạch - Đầu tư, Sở Công nghiệp, Sở Du lịch - Thương mại thẩm định",
            "Sở Kế hoạch - Đầu tư | Sở Công nghiệp | Sở Du lịch - Thương mại",
        ),
        (
            "Sở Công nghiệp và Thương mại, Sở Thương mại & Du lịch kiểm tra",
            "Sở Công nghiệp và Thương mại | Sở Thương mại & Du lịch",
        ),
        ("Sở Khoa học, Công nghệ và Môi trường thẩm định", "Sở Khoa học, Công nghệ và Môi trường"),
        (
            "Sở Văn hóa - Thể thao - Du lịch, Sở Văn hóa, Thể thao, Thông tin và Du lịch tổ chức",
            "Sở Văn hóa - Thể thao - Du lịch | Sở Văn hóa, Thể thao, Thông tin và Du lịch",
        ),
        (
            "Sở Giao thông - Công chính, Sở Địa chính, Sở Nhà đất kiểm tra",
            "Sở Giao thông - Công chính | Sở Địa chính | Sở Nhà đất",
        ),
        ("Sở Tài chính - Vật giá công bố giá", "Sở Tài chính - Vật giá"),
        (
            "Ủy ban Dân số - Kế hoạch hóa gia đình, Ủy ban Thể dục thể thao vận động",
            "Ủy ban Dân số - Kế hoạch hóa gia đình | Ủy ban Thể dục thể thao",
        ),
        (
            "Phòng Công Thương, Phòng Nội vụ - Lao động - Thương binh và Xã hội báo cáo",
            "Phòng Công Thương | Phòng Nội vụ - Lao động - Thương binh và Xã hội",
        ),
        (
            "Sở Nông nghiệp và Môi trường: Lào Cai, Sơn La, Phú Thọ phối hợp",
            "Sở Nông nghiệp và Môi trường Lào Cai | Sở Nông nghiệp và Môi trường Sơn La | Sở Nông nghiệp và Môi trường Phú Thọ",
        ),
        ("Phòng Cảnh sát PCCC và CNCH Công an tỉnh kiểm tra", "Phòng Cảnh sát PCCC và CNCH Công an tỉnh"),
        ("Phòng PC06, Phòng PA05 Công an tỉnh phối hợp", "Phòng PC06 | Phòng PA05 Công an tỉnh"),
        (
            "Phòng Tài chính - Kế hoạch, Phòng Tài nguyên và Môi trường, Phòng LĐ-TB&XH huyện rà soát",
            "Phòng Tài chính - Kế hoạch | Phòng Tài nguyên và Môi trường | Phòng LĐ-TB&XH huyện",
        ),
        (
            "Sở Ngoại vụ, Sở Dân tộc và Tôn giáo, Sở Công Thương chuẩn bị",
            "Sở Ngoại vụ | Sở Dân tộc và Tôn giáo | Sở Công Thương",
        ),
        (
            "Sở Lao động, Thương binh và Xã hội, Sở Văn hoá và Thể thao phối hợp",
            "Sở Lao động, Thương binh và Xã hội | Sở Văn hoá và Thể thao",
        ),
    ],
)
def test_departments_of_all_times(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Phối hợp với Viện Cây ăn quả miền Nam, Viện Khoa học Thủy lợi miền Nam khảo nghiệm",
            "Viện Cây ăn quả miền Nam | Viện Khoa học Thủy lợi miền Nam",
        ),
        (
            "Cục Chế biến, Thương mại nông lâm thủy sản và nghề muối kiểm tra kho",
            "Cục Chế biến, Thương mại nông lâm thủy sản và nghề muối",
        ),
        ("Ban Tuyên giáo Tỉnh ủy định hướng tuyên truyền", "Ban Tuyên giáo Tỉnh ủy"),
        (
            "Ban Tuyên giáo và Dân vận Tỉnh ủy, Ủy ban Kiểm tra Tỉnh ủy giám sát",
            "Ban Tuyên giáo và Dân vận Tỉnh ủy | Ủy ban Kiểm tra Tỉnh ủy",
        ),
        (
            "Các ban đảng, Ban cán sự đảng UBND tỉnh, Đảng đoàn HĐND tỉnh lãnh đạo thực hiện",
            "Các ban đảng | Ban cán sự đảng UBND tỉnh | Đảng đoàn HĐND tỉnh",
        ),
        ("Huyện ủy Sốp Cộp, Thành ủy Sơn La quán triệt", "Huyện ủy Sốp Cộp | Thành ủy Sơn La"),
        ("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh tổng hợp", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"),
        (
            "Hiệp hội Lương thực Việt Nam, Hiệp hội Chế biến và Xuất khẩu thủy sản Việt Nam phản ánh",
            "Hiệp hội Lương thực Việt Nam | Hiệp hội Chế biến và Xuất khẩu thủy sản Việt Nam",
        ),
        (
            "Tổng cục Lâm nghiệp, Tổng cục Thủy lợi, Cục Trồng trọt tổng hợp",
            "Tổng cục Lâm nghiệp | Tổng cục Thủy lợi | Cục Trồng trọt",
        ),
        ("Thường trực Huyện ủy, HĐND, UBND huyện chỉ đạo", "Thường trực Huyện ủy | HĐND, UBND huyện"),
        ("Ban Thường vụ Huyện ủy Mù Cang Chải xem xét", "Ban Thường vụ Huyện ủy Mù Cang Chải"),
        (
            "Ban Nội chính Tỉnh ủy, Văn phòng Tỉnh ủy, Trường Chính trị tỉnh phối hợp",
            "Ban Nội chính Tỉnh ủy | Văn phòng Tỉnh ủy | Trường Chính trị tỉnh",
        ),
        ("Đảng ủy UBND tỉnh, Đảng ủy các cơ quan Đảng tỉnh quán triệt", "Đảng ủy UBND tỉnh | Đảng ủy các cơ quan Đảng tỉnh"),
        (
            "Các cấp ủy trực thuộc, các chi bộ trực thuộc Đảng bộ xã sinh hoạt",
            "Các cấp ủy trực thuộc | các chi bộ trực thuộc Đảng bộ xã",
        ),
        (
            "Cảng vụ Hàng hải Quảng Ninh, Cảng vụ Đường thủy nội địa khu vực I cấp phép",
            "Cảng vụ Hàng hải Quảng Ninh | Cảng vụ Đường thủy nội địa khu vực I",
        ),
        (
            "Viện Bảo vệ thực vật, Viện Di truyền Nông nghiệp, Viện Nghiên cứu Nuôi trồng thủy sản II chuyển giống",
            "Viện Bảo vệ thực vật | Viện Di truyền Nông nghiệp | Viện Nghiên cứu Nuôi trồng thủy sản II",
        ),
        (
            "Viện Quy hoạch Thủy lợi miền Nam, Viện Kỹ thuật Biển tính toán",
            "Viện Quy hoạch Thủy lợi miền Nam | Viện Kỹ thuật Biển",
        ),
        (
            "Cục Quản lý và Xây dựng công trình thủy lợi, Cục Quản lý đê điều và Phòng, chống thiên tai theo dõi",
            "Cục Quản lý và Xây dựng công trình thủy lợi | Cục Quản lý đê điều và Phòng, chống thiên tai",
        ),
    ],
)
def test_bodies_of_the_party(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cục ĐBVN, Vụ KHĐT thẩm định", "Cục ĐBVN | Vụ KHĐT"),
        ("Viện Lúa đồng bằng sông Cửu Long cung cấp giống kháng rầy", "Viện Lúa đồng bằng sông Cửu Long"),
        (
            "Viện Khoa học kỹ thuật nông lâm nghiệp Tây Nguyên chuyển giao giống cà phê",
            "Viện Khoa học kỹ thuật nông lâm nghiệp Tây Nguyên",
        ),
        ("Viện Vệ sinh dịch tễ Trung ương xét nghiệm mẫu", "Viện Vệ sinh dịch tễ Trung ương"),
        (
            "Viện Hàn lâm Khoa học xã hội Việt Nam, Học viện Chính trị quốc gia Hồ Chí Minh nghiên cứu",
            "Viện Hàn lâm Khoa học xã hội Việt Nam | Học viện Chính trị quốc gia Hồ Chí Minh",
        ),
        ("Vụ Khoa học, Công nghệ và Môi trường góp ý dự thảo", "Vụ Khoa học, Công nghệ và Môi trường"),
        (
            "Vụ Pháp luật dân sự - kinh tế, Vụ Pháp luật quốc tế nâng cao chất lượng thẩm định",
            "Vụ Pháp luật dân sự - kinh tế | Vụ Pháp luật quốc tế",
        ),
        ("Cục Kiểm tra văn bản quy phạm pháp luật tổng hợp", "Cục Kiểm tra văn bản quy phạm pháp luật"),
        (
            "Vụ Pháp chế, Vụ Kế hoạch - Tài chính, Cục Quản lý, giám sát bảo hiểm rà soát",
            "Vụ Pháp chế | Vụ Kế hoạch - Tài chính | Cục Quản lý, giám sát bảo hiểm",
        ),
        ("Cục Quản lý, giám sát kế toán, kiểm toán ban hành hướng dẫn", "Cục Quản lý, giám sát kế toán, kiểm toán"),
        (
            "Cục Quản lý chất lượng, Chế biến và Phát triển thị trường báo cáo Bộ",
            "Cục Quản lý chất lượng, Chế biến và Phát triển thị trường | Bộ",
        ),
        ("Cục Sở hữu trí tuệ, Cục Thông tin, Thống kê công bố số liệu", "Cục Sở hữu trí tuệ | Cục Thông tin, Thống kê"),
        ("Cục Thống kê tỉnh Phú Yên điều tra", "Cục Thống kê tỉnh Phú Yên"),
        (
            "Cục Thuế tỉnh, Cục Hải quan tỉnh, Kho bạc Nhà nước tỉnh đối chiếu số thu",
            "Cục Thuế tỉnh | Cục Hải quan tỉnh | Kho bạc Nhà nước tỉnh",
        ),
        (
            "Tổng cục Đường bộ Việt Nam, Cục Quản lý đường bộ IV cắm biển",
            "Tổng cục Đường bộ Việt Nam | Cục Quản lý đường bộ IV",
        ),
        ("Viện Quy hoạch xây dựng thành phố lập đồ án", "Viện Quy hoạch xây dựng thành phố"),
        (
            "Viện Pasteur Thành phố Hồ Chí Minh, Viện Vệ sinh dịch tễ Tây Nguyên hỗ trợ xét nghiệm",
            "Viện Pasteur Thành phố Hồ Chí Minh | Viện Vệ sinh dịch tễ Tây Nguyên",
        ),
        ("Viện Chăn nuôi, Viện Thú y sản xuất vắc xin", "Viện Chăn nuôi | Viện Thú y"),
        ("Viện Chiến lược và Chính sách tài chính nghiên cứu", "Viện Chiến lược và Chính sách tài chính"),
        (
            "Vụ Tiền lương và Bảo hiểm xã hội, Vụ Công chức - Viên chức xây dựng",
            "Vụ Tiền lương và Bảo hiểm xã hội | Vụ Công chức - Viên chức",
        ),
        (
            "Cục Quản lý khám, chữa bệnh, Vụ Sức khỏe Bà mẹ - Trẻ em hướng dẫn",
            "Cục Quản lý khám, chữa bệnh | Vụ Sức khỏe Bà mẹ - Trẻ em",
        ),
        (
            "Cục Nhà giáo và Cán bộ quản lý giáo dục, Vụ Giáo dục Mầm non rà soát",
            "Cục Nhà giáo và Cán bộ quản lý giáo dục | Vụ Giáo dục Mầm non",
        ),
        (
            "Cục Bổ trợ tư pháp, Cục Hộ tịch, quốc tịch, chứng thực giải đáp",
            "Cục Bổ trợ tư pháp | Cục Hộ tịch, quốc tịch, chứng thực",
        ),
        (
            "Cục Phòng, chống tệ nạn xã hội, Cục An toàn lao động kiểm tra",
            "Cục Phòng, chống tệ nạn xã hội | Cục An toàn lao động",
        ),
        (
            "Cục Quản lý đăng ký kinh doanh, Cục Đầu tư nước ngoài công bố",
            "Cục Quản lý đăng ký kinh doanh | Cục Đầu tư nước ngoài",
        ),
        (
            "Vụ Hợp tác quốc tế, Vụ Kế hoạch và Tài chính, Cơ quan đại diện Bộ tại Thành phố Hồ Chí Minh chuẩn bị",
            "Vụ Hợp tác quốc tế | Vụ Kế hoạch và Tài chính | Cơ quan đại diện Bộ tại Thành phố Hồ Chí Minh",
        ),
        (
            "Viện Khoa học Kỹ thuật Nông nghiệp duyên hải Nam Trung Bộ khuyến cáo",
            "Viện Khoa học Kỹ thuật Nông nghiệp duyên hải Nam Trung Bộ",
        ),
        ("Viện Sốt rét - Ký sinh trùng - Côn trùng Quy Nhơn giám sát", "Viện Sốt rét - Ký sinh trùng - Côn trùng Quy Nhơn"),
        (
            "Vụ Pháp luật hình sự - hành chính, Cục Đăng ký quốc gia giao dịch bảo đảm thực hiện",
            "Vụ Pháp luật hình sự - hành chính | Cục Đăng ký quốc gia giao dịch bảo đảm",
        ),
        (
            "Cục Con nuôi, Cục Trợ giúp pháp lý, Cục Bồi thường nhà nước tham mưu",
            "Cục Con nuôi | Cục Trợ giúp pháp lý | Cục Bồi thường nhà nước",
        ),
        (
            "Tổng cục Thi hành án dân sự, Vụ Thi đua - Khen thưởng tổng hợp",
            "Tổng cục Thi hành án dân sự | Vụ Thi đua - Khen thưởng",
        ),
        (
            "Vụ Hành chính sự nghiệp, Vụ Ngân sách nhà nước, Cục Quản lý công sản thẩm tra",
            "Vụ Hành chính sự nghiệp | Vụ Ngân sách nhà nước | Cục Quản lý công sản",
        ),
        (
            "Cục Quản lý, giám sát chính sách thuế, phí và lệ phí trình",
            "Cục Quản lý, giám sát chính sách thuế, phí và lệ phí",
        ),
        (
            "Cục Quản lý Tài nguyên nước, Cục Viễn thám, Cục Biển và Hải đảo Việt Nam báo cáo",
            "Cục Quản lý Tài nguyên nước | Cục Viễn thám | Cục Biển và Hải đảo Việt Nam",
        ),
        (
            "Cục Di sản văn hóa, Cục Nghệ thuật biểu diễn, Cục Văn hóa cơ sở, Gia đình và Thư viện hướng dẫn",
            "Cục Di sản văn hóa | Cục Nghệ thuật biểu diễn | Cục Văn hóa cơ sở, Gia đình và Thư viện",
        ),
        (
            "Cục Y tế dự phòng, Cục Phòng bệnh, Cục Bà mẹ và Trẻ em chỉ đạo",
            "Cục Y tế dự phòng | Cục Phòng bệnh | Cục Bà mẹ và Trẻ em",
        ),
        (
            "Cục Kinh tế hợp tác và Phát triển nông thôn, Cục Chăn nuôi và Thú y thẩm định",
            "Cục Kinh tế hợp tác và Phát triển nông thôn | Cục Chăn nuôi và Thú y",
        ),
        (
            "Cục Cảnh sát quản lý hành chính về trật tự xã hội, Cục An ninh mạng và phòng, "
            "chống tội phạm sử dụng công nghệ cao phối hợp",
            "Cục Cảnh sát quản lý hành chính về trật tự xã hội | Cục An ninh mạng và phòng, chống tội phạm sử dụng công nghệ cao",
        ),
    ],
)
def test_units_of_ministries_and_institutes(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trung tâm Lý lịch tư pháp quốc gia ổn định tổ chức", "Trung tâm Lý lịch tư pháp quốc gia"),
        ("Bệnh viện Đa khoa khu vực Hậu Nghĩa chuẩn bị giường bệnh", "Bệnh viện Đa khoa khu vực Hậu Nghĩa"),
        ("Bệnh viện Chợ Rẫy, Bệnh viện Nhi đồng 1 hỗ trợ chuyên môn", "Bệnh viện Chợ Rẫy | Bệnh viện Nhi đồng 1"),
        ("Bệnh viện Y học cổ truyền tỉnh báo cáo", "Bệnh viện Y học cổ truyền tỉnh"),
        (
            "Trung tâm Y tế dự phòng tỉnh, Trung tâm Phòng, chống HIV/AIDS giám sát ca bệnh",
            "Trung tâm Y tế dự phòng tỉnh | Trung tâm Phòng, chống HIV/AIDS",
        ),
        ("Trường THPT chuyên Lê Quý Đôn tổ chức thi", "Trường THPT chuyên Lê Quý Đôn"),
        (
            "Trường Đại học Cần Thơ, Trường Cao đẳng nghề Long An đào tạo",
            "Trường Đại học Cần Thơ | Trường Cao đẳng nghề Long An",
        ),
        ("Trường Chính trị tỉnh mở lớp bồi dưỡng", "Trường Chính trị tỉnh"),
        ("Đại học Quốc gia Thành phố Hồ Chí Minh xây dựng đề án", "Đại học Quốc gia Thành phố Hồ Chí Minh"),
        (
            "Trung tâm Văn hóa - Thông tin và Thể thao huyện tăng thời lượng phát thanh",
            "Trung tâm Văn hóa - Thông tin và Thể thao huyện",
        ),
        ("Trung tâm Phát triển quỹ đất huyện Tam Nông kiểm đếm", "Trung tâm Phát triển quỹ đất huyện Tam Nông"),
        (
            "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn khảo sát",
            "Trung tâm Nước sạch và Vệ sinh môi trường nông thôn",
        ),
        (
            "Trung tâm Kiểm soát bệnh tật tỉnh, Trung tâm Kiểm nghiệm lấy mẫu",
            "Trung tâm Kiểm soát bệnh tật tỉnh | Trung tâm Kiểm nghiệm",
        ),
        (
            "Trung tâm Phục vụ hành chính công phường Hạc Thành trả kết quả",
            "Trung tâm Phục vụ hành chính công phường Hạc Thành",
        ),
        (
            "Trung tâm Giống nông nghiệp, Trung tâm Khuyến ngư cung ứng giống",
            "Trung tâm Giống nông nghiệp | Trung tâm Khuyến ngư",
        ),
        (
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện tuyển sinh",
            "Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện",
        ),
        (
            "Bệnh viện Đa khoa tỉnh, Bệnh viện Sản - Nhi, Bệnh viện Lao và Bệnh phổi dự trữ thuốc",
            "Bệnh viện Đa khoa tỉnh | Bệnh viện Sản - Nhi | Bệnh viện Lao và Bệnh phổi",
        ),
        ("Bệnh viện Trung ương Huế chuyển giao kỹ thuật", "Bệnh viện Trung ương Huế"),
        ("Trạm Y tế xã, trạm y tế các phường tiêm chủng", "Trạm Y tế xã | trạm y tế các phường"),
        (
            "Trường Mầm non Hoa Sen, Trường Tiểu học Lê Lợi, Trường THCS Trần Phú nộp báo cáo",
            "Trường Mầm non Hoa Sen | Trường Tiểu học Lê Lợi | Trường THCS Trần Phú",
        ),
        (
            "Trường PTDTNT tỉnh, Trường THPT Dân tộc nội trú N'Trang Lơng tuyển sinh",
            "Trường PTDTNT tỉnh | Trường THPT Dân tộc nội trú N'Trang Lơng",
        ),
        ("Trường Đại học Sư phạm Kỹ thuật Vĩnh Long đào tạo", "Trường Đại học Sư phạm Kỹ thuật Vĩnh Long"),
        (
            "các trường đại học, cao đẳng, trung cấp chuyên nghiệp trên địa bàn rà soát",
            "các trường đại học, cao đẳng, trung cấp chuyên nghiệp trên địa bàn",
        ),
        (
            "Đại học Huế, Đại học Thái Nguyên, Trường Đại học Tây Nguyên thực hiện",
            "Đại học Huế | Đại học Thái Nguyên | Trường Đại học Tây Nguyên",
        ),
        (
            "Trường Cao đẳng Y tế, Trường Trung cấp Kinh tế - Kỹ thuật tỉnh đào tạo",
            "Trường Cao đẳng Y tế | Trường Trung cấp Kinh tế - Kỹ thuật tỉnh",
        ),
    ],
)
def test_hospitals_schools_and_centres(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Báo và Phát thanh, truyền hình Nghệ An; các cơ quan báo chí thường trú trên địa bàn thông tin kịp thời",
            "Báo và Phát thanh, truyền hình Nghệ An | các cơ quan báo chí thường trú trên địa bàn",
        ),
        ("Uỷ ban nhân dân các tỉnh có biên giới tăng cường kiểm soát", "Uỷ ban nhân dân các tỉnh có biên giới"),
        ("Các cơ sở khám bệnh, chữa bệnh trên địa bàn thực hiện liên thông", "Các cơ sở khám bệnh, chữa bệnh trên địa bàn"),
        (
            "Các trường học bán trú, nội trú trên địa bàn các huyện miền núi ký cam kết",
            "Các trường học bán trú, nội trú trên địa bàn các huyện miền núi",
        ),
        ("Chi cục Hải quan khu vực XI, Thuế tỉnh Nghệ An đôn đốc", "Chi cục Hải quan khu vực XI | Thuế tỉnh Nghệ An"),
        ("Thanh tra tỉnh cùng Ban Tiếp công dân tỉnh phân loại đơn", "Thanh tra tỉnh | Ban Tiếp công dân tỉnh"),
        ("Ủy ban Kinh tế và Tài chính của Quốc hội thẩm tra", "Ủy ban Kinh tế và Tài chính của Quốc hội"),
        (
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh tham mưu",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
        ),
        ("Công an tỉnh, Bộ CHQS tỉnh, BCH BĐBP tỉnh xây dựng phương án", "Công an tỉnh | Bộ CHQS tỉnh | BCH BĐBP tỉnh"),
        ("Đồn Biên phòng cửa khẩu Mộc Bài kiểm soát", "Đồn Biên phòng cửa khẩu Mộc Bài"),
        ("Liên minh Hợp tác xã tỉnh, Hội Làm vườn tỉnh vận động hội viên", "Liên minh Hợp tác xã tỉnh | Hội Làm vườn tỉnh"),
        (
            "Công an tỉnh Lào Cai, Công an thành phố Hải Phòng trao đổi thông tin",
            "Công an tỉnh Lào Cai | Công an thành phố Hải Phòng",
        ),
        ("Bộ Chỉ huy quân sự các tỉnh, thành phố ven biển trực sẵn sàng", "Bộ Chỉ huy quân sự các tỉnh, thành phố ven biển"),
        (
            "Chi nhánh Văn phòng Đăng ký đất đai khu vực II cập nhật biến động",
            "Chi nhánh Văn phòng Đăng ký đất đai khu vực II",
        ),
        ("Các cơ quan Trung ương đóng trên địa bàn phối hợp", "Các cơ quan Trung ương đóng trên địa bàn"),
        (
            "các tổ chức hành nghề công chứng, văn phòng luật sư kê khai",
            "các tổ chức hành nghề công chứng, văn phòng luật sư",
        ),
        (
            "các doanh nghiệp kinh doanh vận tải hành khách tuyến cố định niêm yết giá",
            "các doanh nghiệp kinh doanh vận tải hành khách tuyến cố định",
        ),
        ("các hợp tác xã nông nghiệp, tổ hợp tác dùng nước mở cống", "các hợp tác xã nông nghiệp, tổ hợp tác dùng nước"),
        ("Ban Chỉ đạo 389 tỉnh kiểm tra", "Ban Chỉ đạo 389 tỉnh"),
        (
            "Ban Chỉ đạo Phòng, chống dịch bệnh gia súc, gia cầm tỉnh họp",
            "Ban Chỉ đạo Phòng, chống dịch bệnh gia súc, gia cầm tỉnh",
        ),
        ("Ban Chỉ huy Phòng thủ dân sự tỉnh trực ban", "Ban Chỉ huy Phòng thủ dân sự tỉnh"),
        ("Ban Chỉ huy PCLB và TKCN các huyện trực 24/24", "Ban Chỉ huy PCLB và TKCN các huyện"),
        (
            "Tổ công tác Đề án 06 tỉnh, Tổ công nghệ số cộng đồng vận động",
            "Tổ công tác Đề án 06 tỉnh | Tổ công nghệ số cộng đồng",
        ),
        (
            "Hội Chữ thập đỏ, Hội Nạn nhân chất độc da cam/dioxin tỉnh vận động",
            "Hội Chữ thập đỏ | Hội Nạn nhân chất độc da cam/dioxin tỉnh",
        ),
        ("Hội Liên hiệp Văn học - Nghệ thuật tỉnh phát động", "Hội Liên hiệp Văn học - Nghệ thuật tỉnh"),
        (
            "Hạt Kiểm lâm huyện Quỳ Châu, Hạt Kiểm lâm rừng phòng hộ Yên Lập tuần tra",
            "Hạt Kiểm lâm huyện Quỳ Châu | Hạt Kiểm lâm rừng phòng hộ Yên Lập",
        ),
        ("Bảo hiểm xã hội Việt Nam, BHXH các tỉnh cấp thẻ", "Bảo hiểm xã hội Việt Nam | BHXH các tỉnh"),
        ("Văn phòng Điều phối nông thôn mới tỉnh tổng hợp", "Văn phòng Điều phối nông thôn mới tỉnh"),
        (
            "Văn phòng Thường trực Ban Chỉ huy phòng chống thiên tai tỉnh thông báo",
            "Văn phòng Thường trực Ban Chỉ huy phòng chống thiên tai tỉnh",
        ),
        (
            "Thanh tra Sở Xây dựng, Đội Quản lý trật tự đô thị lập biên bản",
            "Thanh tra Sở Xây dựng | Đội Quản lý trật tự đô thị",
        ),
        (
            "Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh, Cục Thi hành án dân sự tỉnh phối hợp",
            "Tòa án nhân dân tỉnh | Viện kiểm sát nhân dân tỉnh | Cục Thi hành án dân sự tỉnh",
        ),
        (
            "Bộ Tư lệnh Quân khu 9, Bộ Tư lệnh Vùng Cảnh sát biển 4 hiệp đồng",
            "Bộ Tư lệnh Quân khu 9 | Bộ Tư lệnh Vùng Cảnh sát biển 4",
        ),
        (
            "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố và các đoàn thể vận động",
            "Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố | các đoàn thể",
        ),
        (
            "Giao Ủy ban nhân dân các quận 4, 6, 8 và 12 thống kê",
            "Ủy ban nhân dân quận 4 | Ủy ban nhân dân quận 6 | Ủy ban nhân dân quận 8 | Ủy ban nhân dân quận 12",
        ),
        ("Công an các quận, huyện tăng cường tuần tra", "Công an các quận, huyện"),
        ("Ban Chỉ huy quân sự các phường, xã trực", "Ban Chỉ huy quân sự các phường, xã"),
        (
            "Chi cục Kiểm lâm các tỉnh: Đắk Lắk, Gia Lai kiểm kê",
            "Chi cục Kiểm lâm tỉnh Đắk Lắk | Chi cục Kiểm lâm tỉnh Gia Lai",
        ),
        ("Thuế các tỉnh, thành phố rà soát hộ khoán", "Thuế các tỉnh, thành phố"),
        ("Chi cục Thuế khu vực XV đôn đốc", "Chi cục Thuế khu vực XV"),
        (
            "Chi cục Hải quan khu vực III, Kho bạc Nhà nước Khu vực VI phối hợp",
            "Chi cục Hải quan khu vực III | Kho bạc Nhà nước Khu vực VI",
        ),
        ("Thuế cơ sở 5 tỉnh Thanh Hóa rà soát", "Thuế cơ sở 5 tỉnh Thanh Hóa"),
        ("Thống kê tỉnh Nghệ An công bố", "Thống kê tỉnh Nghệ An"),
        (
            "Bảo hiểm xã hội tỉnh Cà Mau, Bảo hiểm xã hội cơ sở Năm Căn chi trả",
            "Bảo hiểm xã hội tỉnh Cà Mau | Bảo hiểm xã hội cơ sở Năm Căn",
        ),
        (
            "Thi hành án dân sự tỉnh, Phòng Thi hành án dân sự khu vực 2 tổ chức",
            "Thi hành án dân sự tỉnh | Phòng Thi hành án dân sự khu vực 2",
        ),
        (
            "Tòa án nhân dân khu vực 1, Viện kiểm sát nhân dân khu vực 1 phối hợp",
            "Tòa án nhân dân khu vực 1 | Viện kiểm sát nhân dân khu vực 1",
        ),
        ("Ban Điều hành dự án 661 tỉnh nghiệm thu", "Ban Điều hành dự án 661 tỉnh"),
        ("Khu Bảo tồn thiên nhiên Pù Huống khoanh nuôi", "Khu Bảo tồn thiên nhiên Pù Huống"),
        ("Xí nghiệp Môi trường đô thị huyện Diễn Châu thu gom", "Xí nghiệp Môi trường đô thị huyện Diễn Châu"),
        (
            "HTX Nông nghiệp Đại Hiệp, HTX Dịch vụ điện Nghi Phú hạ giá",
            "HTX Nông nghiệp Đại Hiệp | HTX Dịch vụ điện Nghi Phú",
        ),
        (
            "Học viện Hành chính và Quản trị công, Học viện Tư pháp mở lớp",
            "Học viện Hành chính và Quản trị công | Học viện Tư pháp",
        ),
        ("Phân hiệu Trường Đại học Nông Lâm tuyển sinh", "Phân hiệu Trường Đại học Nông Lâm"),
        (
            "Ban Thi đua - Khen thưởng tỉnh, Ban An toàn giao thông tỉnh tổng hợp",
            "Ban Thi đua - Khen thưởng tỉnh | Ban An toàn giao thông tỉnh",
        ),
        (
            "Ban Văn hóa - Xã hội HĐND tỉnh, Ban Dân tộc của HĐND tỉnh thẩm tra",
            "Ban Văn hóa - Xã hội HĐND tỉnh | Ban Dân tộc của HĐND tỉnh",
        ),
        (
            "Ủy ban Pháp luật và Tư pháp của Quốc hội, Hội đồng Dân tộc của Quốc hội thẩm tra",
            "Ủy ban Pháp luật và Tư pháp của Quốc hội | Hội đồng Dân tộc của Quốc hội",
        ),
        ("Các địa phương bị thiệt hại do bão số 3 tổng hợp nhu cầu", "Các địa phương bị thiệt hại do bão số 3"),
        ("Các cơ sở khám, chữa bệnh tư nhân báo cáo", "Các cơ sở khám, chữa bệnh tư nhân"),
        (
            "Các cơ quan báo chí của tỉnh, cơ quan báo chí Trung ương thường trú tại tỉnh tuyên truyền",
            "Các cơ quan báo chí của tỉnh | cơ quan báo chí Trung ương thường trú tại tỉnh",
        ),
        (
            "Các doanh nghiệp khai thác khoáng sản trên địa bàn hoàn thổ",
            "Các doanh nghiệp khai thác khoáng sản trên địa bàn",
        ),
        ("Các đơn vị thi công khẩn trương hoàn trả mặt đường", "Các đơn vị thi công"),
        ("Mỗi huyện, thị xã chọn 02 xã làm điểm", ""),
        ("Các thôn, bản đặc biệt khó khăn đăng ký", "Các thôn, bản đặc biệt khó khăn"),
    ],
)
def test_boards_forces_and_associations(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Phát triển kinh tế - xã hội các xã vùng cao", "các xã vùng cao"),
        ("Các tuyến đường có biển báo bị hư hỏng được thay thế", ""),
        ("Tỷ lệ hộ có đất ở đạt 95%", ""),
        ("Tuyến quốc lộ 1, đoạn qua huyện Cần Đước", ""),
        ("Đề nghị các địa phương có ý kiến bằng văn bản", "các địa phương"),
        ("Đề nghị các đơn vị có công văn đăng ký", "các đơn vị"),
        ("Các sở, ngành có đề xuất gửi Sở Tài chính", "Các sở, ngành | Sở Tài chính"),
        ("UBND các xã có phương án di dời dân", "UBND các xã"),
        ("Các cơ quan, đơn vị có người đứng đầu vi phạm kiểm điểm", "Các cơ quan, đơn vị có người đứng đầu vi phạm"),
        ("Các hợp tác xã bị thiệt hại, các hộ dân được hỗ trợ giống", "Các hợp tác xã bị thiệt hại | các hộ dân"),
        ("UBND tỉnh Lê Hồng Phong kết luận", "UBND tỉnh"),
        ("UBND tỉnh Hà Tây bàn giao hồ sơ", "UBND tỉnh Hà Tây"),
        ("UBND thành phố Phan Rang - Tháp Chàm xử lý", "UBND thành phố Phan Rang - Tháp Chàm"),
        ("UBND phường Lê Hồng Phong rà soát", "UBND phường Lê Hồng Phong"),
        ("Sở Y tế Hà Nội, các bệnh viện tuyến huyện trực", "Sở Y tế Hà Nội | các bệnh viện tuyến huyện"),
        ("Công an tỉnh Sơn La, Hội Nông dân tỉnh phối hợp", "Công an tỉnh Sơn La | Hội Nông dân tỉnh"),
        ("Cục Thuế Hà Nội, Cục Hải quan Hải Phòng thu nợ", "Cục Thuế Hà Nội | Cục Hải quan Hải Phòng"),
        ("Sở Nội vụ: Hà Nội là đơn vị dẫn đầu", "Sở Nội vụ"),
        ("Các Sở: Tài chính, Du lịch, Thương mại rà soát", "Sở Tài chính | Sở Du lịch | Sở Thương mại"),
        ("Các sở Thương mại, Du lịch, Công nghiệp tham mưu", "Sở Thương mại | Sở Du lịch | Sở Công nghiệp"),
        ("Các Sở Công nghiệp và Thương mại phối hợp", "Sở Công nghiệp | Sở Thương mại"),
        ("Huyện ủy, UBND huyện Mường La chỉ đạo", "Huyện ủy | UBND huyện Mường La"),
        ("Thành ủy Hà Nội, Thành ủy Thành phố Hồ Chí Minh lãnh đạo", "Thành ủy Hà Nội | Thành ủy Thành phố Hồ Chí Minh"),
        ("Thường trực Tỉnh ủy Sơn La giao Ban Tổ chức Tỉnh ủy", "Thường trực Tỉnh ủy Sơn La | Ban Tổ chức Tỉnh ủy"),
        ("UBND quận 10, trong 15 ngày, giải tỏa", "UBND quận 10"),
        ("UBND phường 5, 12 hộ dân được hỗ trợ", "UBND phường 5"),
        ("Văn phòng Thường trực Ban Chỉ đạo tổng hợp", "Văn phòng Thường trực Ban Chỉ đạo"),
        ("Khu phố 3 tổ chức họp dân", "Khu phố 3"),
        ("Công an xã Tân Lập tuần tra", "Công an xã Tân Lập"),
        ("Người dân đến công an xã khai báo", "công an xã"),
    ],
)
def test_what_only_looks_like_more_of_a_name(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bệnh viện đa khoa tỉnh, Trung tâm Y tế huyện A dự trữ thuốc", "Bệnh viện đa khoa tỉnh | Trung tâm Y tế huyện A"),
        ("Bệnh viện phụ sản - nhi: bố trí giường cách ly", "Bệnh viện phụ sản - nhi"),
        ("Giao bệnh viện y học cổ truyền tiếp nhận bệnh nhân", "bệnh viện y học cổ truyền"),
        ("Bệnh viện đa khoa khu vực Ngọc Hồi tổ chức trực cấp cứu", "Bệnh viện đa khoa khu vực Ngọc Hồi"),
        ("mở rộng mạng lưới bệnh viện vệ tinh trong năm 2018", ""),
    ],
)
def test_hospitals_written_small(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc Sở, Thủ trưởng cơ quan, ban, ngành tỉnh quán triệt Chỉ thị", "Sở | cơ quan, ban, ngành tỉnh"),
        ("Giám đốc Sở Nội vụ, Thủ trưởng các ban, ngành quán triệt Chỉ thị", "Sở Nội vụ | các ban, ngành"),
    ],
)
def test_heads_of_departments_in_the_southern_manner(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hằng năm, các sở quản lý ngành, lĩnh vực rà soát bảng giá", "các sở quản lý ngành, lĩnh vực"),
        ("gửi Sở Tài chính, bộ quản lý ngành, lĩnh vực tổng hợp", "Sở Tài chính | bộ quản lý ngành, lĩnh vực"),
        ("Các sở, ban, ngành quản lý ngành, lĩnh vực công khai giá", "Các sở, ban, ngành quản lý ngành, lĩnh vực"),
        ("Khi có tranh chấp, Cơ quan chủ trì thành lập Tổ công tác", "Cơ quan chủ trì | Tổ công tác"),
        ("phối hợp với cơ quan chủ trì thuê luật sư", "cơ quan chủ trì"),
        ("Cơ quan đại diện pháp lý cho Chính phủ gửi bản tự bào chữa", "Cơ quan đại diện pháp lý cho Chính phủ"),
        ("Cơ quan chủ trì phối hợp với Bộ Tư pháp thu thập hồ sơ", "Cơ quan chủ trì | Bộ Tư pháp"),
        ("Đơn vị chủ trì soạn thảo lấy ý kiến Sở Tư pháp", "Đơn vị chủ trì soạn thảo | Sở Tư pháp"),
        ("Các cơ quan chủ trì, phối hợp với Sở Y tế kiểm tra", "Các cơ quan | Sở Y tế"),
        ("Cơ quan chủ trì: Sở Y tế", "Sở Y tế"),
    ],
)
def test_bodies_called_by_their_part_in_a_regulation(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bộ phận Kế toán, Bộ phận Công nghệ thông tin lập dự trù", "Bộ phận Kế toán | Bộ phận Công nghệ thông tin"),
        ("Bộ phận Tổ chức - Hành chính theo dõi chung", "Bộ phận Tổ chức - Hành chính"),
        ("Bộ phận Y tế học đường kiểm tra bếp ăn", "Bộ phận Y tế học đường"),
        ("Bộ phận thường trực Hội đồng Thi đua tổng hợp", "Bộ phận thường trực Hội đồng Thi đua"),
        ("Bộ phận giúp việc cho Ban Chỉ đạo lập biên bản", "Bộ phận giúp việc cho Ban Chỉ đạo"),
        ("Tổ Tư vấn giúp việc cho Ban Chỉ đạo rà soát", "Tổ Tư vấn giúp việc cho Ban Chỉ đạo"),
        ("Tổ thư ký giúp việc Hội đồng lập danh sách", "Tổ thư ký giúp việc Hội đồng"),
        ("Hội đồng Thi đua - Khen thưởng ngành Giáo dục bình xét", "Hội đồng Thi đua - Khen thưởng ngành Giáo dục"),
        ("Hội đồng Khoa học và Công nghệ ngành Y tế chấm điểm", "Hội đồng Khoa học và Công nghệ ngành Y tế"),
        ("Bộ phận Một cửa niêm yết thủ tục", "Bộ phận Một cửa"),
        ("Thay một bộ phận của máy bơm trước mùa mưa", ""),
        ("Hội đồng Thẩm định, ngành Y tế phối hợp", "Hội đồng Thẩm định | ngành Y tế"),
    ],
)
def test_sections_of_an_office_and_boards_of_a_trade(text: str, expected: str, phrases: AgencyPhrases) -> None:
    assert names(text, phrases) == expected
