"""Phrase banks of the random letters: bodies before and after July 2025, actions, objects by field, aims.

In: nothing.  Out: tuples of phrases that fit together in any choice: action + object + aim is a sentence of an order.
Promise: written for this project; no phrase comes from a real document.
"""

from __future__ import annotations

ROMAN = ("I", "II", "III", "IV")

_COMMON = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Xây dựng",
    "Sở Y tế",
    "Sở Giáo dục và Đào tạo",
    "Sở Khoa học và Công nghệ",
)
_COMMON += (
    "Sở Văn hóa, Thể thao và Du lịch",
    "Công an tỉnh",
    "Bộ Chỉ huy quân sự tỉnh",
    "Thanh tra tỉnh",
    "Văn phòng UBND tỉnh",
    "Bưu điện tỉnh",
)
BODIES_BEFORE = (
    *_COMMON,
    "Sở Kế hoạch và Đầu tư",
    "Sở Giao thông vận tải",
    "Sở Tài nguyên và Môi trường",
    "Sở Thông tin và Truyền thông",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "UBND các huyện, thị xã, thành phố",
)
BODIES_AFTER = (
    *_COMMON,
    "Sở Nông nghiệp và Môi trường",
    "Sở Dân tộc và Tôn giáo",
    "Ban Quản lý các khu công nghiệp tỉnh",
    "UBND các xã, phường",
)

ACTIONS = (
    "rà soát",
    "kiểm tra, chấn chỉnh",
    "tăng cường quản lý",
    "nâng cao chất lượng",
    "đẩy nhanh tiến độ hoàn thiện",
    "công khai, minh bạch",
    "thống kê, đánh giá",
    "xây dựng phương án nâng cao hiệu quả",
    "tổ chức tuyên truyền về",
    "hướng dẫn thực hiện thống nhất",
    "tháo gỡ vướng mắc liên quan đến",
    "cập nhật đầy đủ dữ liệu về",
    "đề xuất giải pháp đổi mới",
    "bố trí nhân lực phục vụ",
    "xử lý dứt điểm tồn tại trong",
)

FIELDS = (
    (
        "công tác cấp giấy chứng nhận quyền sử dụng đất",
        "việc chuyển mục đích sử dụng đất trồng lúa",
        "hồ sơ địa chính dạng số",
        "hoạt động khai thác khoáng sản",
    ),
    (
        "công tác khám bệnh, chữa bệnh ở tuyến cơ sở",
        "việc đấu thầu thuốc, vật tư y tế",
        "hồ sơ sức khỏe điện tử",
        "công tác phòng bệnh sốt xuất huyết",
    ),
    ("cơ sở vật chất trường học", "việc thu, chi đầu năm học", "công tác phổ cập giáo dục", "mô hình trường học hạnh phúc"),
    (
        "hệ thống đường giao thông nông thôn",
        "hoạt động vận tải hành khách theo hợp đồng",
        "các điểm đen tai nạn giao thông",
        "công tác duy tu, bảo dưỡng cầu yếu",
    ),
    (
        "việc giải quyết thủ tục hành chính",
        "dịch vụ công trực tuyến toàn trình",
        "công tác số hóa hồ sơ lưu trữ",
        "phần mềm quản lý văn bản và điều hành",
    ),
    (
        "vùng sản xuất nông nghiệp tập trung",
        "công tác phòng, chống dịch bệnh gia súc",
        "các công trình thủy lợi nhỏ",
        "sản phẩm đặc trưng của địa phương",
    ),
    (
        "chính sách đối với người có công",
        "việc chi trả trợ cấp xã hội qua tài khoản",
        "công tác đào tạo nghề cho lao động nông thôn",
        "nhà ở cho hộ nghèo",
    ),
    (
        "công tác phòng cháy, chữa cháy tại khu dân cư",
        "việc quản lý cư trú",
        "hoạt động kinh doanh có điều kiện",
        "lực lượng bảo vệ an ninh cơ sở",
    ),
    (
        "công tác thu ngân sách",
        "tài sản công dôi dư",
        "việc thanh toán, quyết toán vốn đầu tư",
        "công tác tiết kiệm, chống lãng phí",
    ),
    (
        "các di tích đã xếp hạng",
        "hoạt động của nhà văn hóa thôn, tổ dân phố",
        "dịch vụ lưu trú du lịch cộng đồng",
        "phong trào thể dục thể thao quần chúng",
    ),
)

AIMS = (
    "trên địa bàn tỉnh",
    "theo chức năng, nhiệm vụ được giao",
    "bảo đảm đúng quy định của pháp luật",
    "phù hợp với tình hình thực tế của từng địa phương",
    "gắn với trách nhiệm của người đứng đầu",
    "đáp ứng yêu cầu của người dân và doanh nghiệp",
    "thuộc phạm vi quản lý",
    "ở các xã vùng cao, vùng đặc biệt khó khăn",
    "bảo đảm rõ người, rõ việc, rõ tiến độ",
    "theo hướng công khai, hiện đại, thuận tiện",
    "không để kéo dài, gây bức xúc trong Nhân dân",
    "và kịp thời khắc phục những hạn chế đã được chỉ ra",
)

SIGNERS = ("Đinh Quang Thiệu", "Hoàng Thị Minh Khuê", "Trần Hữu Bách", "Nông Thị Hải Vân", "Lương Thế Mạnh", "Bế Ngọc Sơn")
