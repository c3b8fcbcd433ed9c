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
    "tập trung chỉ đạo",
    "bảo đảm công khai, minh bạch trong",
    "thống kê, đánh giá",
    "xây dựng phương án nâng cao hiệu quả",
    "tổ chức tuyên truyền về",
    "hướng dẫn, đôn đốc",
    "tháo gỡ vướng mắc liên quan đến",
    "cập nhật đầy đủ dữ liệu về",
    "đề xuất giải pháp đổi mới",
    "bố trí nhân lực phục vụ",
    "xử lý dứt điểm tồn tại trong",
)

FIELDS = {
    "land": (
        "công tác cấp giấy chứng nhận quyền sử dụng đất",
        "việc chuyển mục đích sử dụng đất trồng lúa",
        "công tác lưu trữ hồ sơ địa chính",
        "hoạt động khai thác khoáng sản",
        "công tác thu gom, xử lý rác thải sinh hoạt",
    ),
    "health": (
        "công tác khám bệnh, chữa bệnh ở tuyến cơ sở",
        "việc đấu thầu thuốc, vật tư y tế",
        "việc lập hồ sơ sức khỏe điện tử",
        "công tác phòng bệnh sốt xuất huyết",
        "hoạt động hành nghề y, dược tư nhân",
    ),
    "school": (
        "công tác đầu tư cơ sở vật chất trường học",
        "việc thu, chi đầu năm học",
        "công tác phổ cập giáo dục, xóa mù chữ",
        "hoạt động dạy thêm, học thêm",
        "công tác bán trú tại các trường vùng cao",
    ),
    "road": (
        "công tác duy tu, bảo dưỡng đường giao thông nông thôn",
        "hoạt động vận tải hành khách theo hợp đồng",
        "việc xử lý các điểm đen tai nạn giao thông",
        "công tác quản lý trật tự xây dựng",
        "hoạt động của các bến xe, bến thủy nội địa",
    ),
    "office": (
        "việc giải quyết thủ tục hành chính",
        "việc cung cấp dịch vụ công trực tuyến toàn trình",
        "công tác số hóa hồ sơ lưu trữ",
        "hoạt động của bộ phận tiếp nhận và trả kết quả",
        "công tác tiếp công dân, giải quyết khiếu nại, tố cáo",
        "công tác đánh giá, xếp loại công chức, viên chức",
    ),
    "farm": (
        "công tác phòng, chống dịch bệnh gia súc",
        "hoạt động của các công trình thủy lợi nhỏ",
        "công tác quản lý giống cây trồng, vật tư nông nghiệp",
        "hoạt động của các hợp tác xã nông nghiệp",
        "công tác phòng, chống thiên tai",
    ),
    "people": (
        "việc thực hiện chính sách đối với người có công",
        "việc chi trả trợ cấp xã hội qua tài khoản",
        "công tác đào tạo nghề cho lao động nông thôn",
        "việc hỗ trợ nhà ở cho hộ nghèo",
        "công tác bảo vệ, chăm sóc trẻ em",
    ),
    "safety": (
        "công tác phòng cháy, chữa cháy tại khu dân cư",
        "công tác quản lý cư trú",
        "hoạt động kinh doanh có điều kiện về an ninh, trật tự",
        "hoạt động của lực lượng bảo vệ an ninh cơ sở",
        "công tác tuyển quân, giáo dục quốc phòng",
    ),
    "money": (
        "công tác thu ngân sách",
        "việc sắp xếp, xử lý trụ sở dôi dư",
        "việc thanh toán, quyết toán vốn đầu tư",
        "công tác thực hành tiết kiệm, chống lãng phí",
        "hoạt động của các cụm công nghiệp",
    ),
    "culture": (
        "công tác bảo vệ các di tích đã xếp hạng",
        "hoạt động của nhà văn hóa thôn, tổ dân phố",
        "hoạt động du lịch cộng đồng",
        "phong trào thể dục thể thao quần chúng",
        "công tác quản lý lễ hội",
    ),
}

_OFFICE_OF = (
    ("Tài nguyên", "land"),
    ("Nông nghiệp", "farm"),
    ("Y tế", "health"),
    ("Giáo dục", "school"),
    ("Giao thông", "road"),
    ("Xây dựng", "road"),
    ("Lao động", "people"),
    ("Dân tộc", "people"),
    ("Công an", "safety"),
    ("quân sự", "safety"),
    ("Tài chính", "money"),
    ("Kế hoạch", "money"),
    ("Công Thương", "money"),
    ("khu công nghiệp", "money"),
    ("Văn hóa", "culture"),
)


def objects_of(body: str) -> tuple[str, ...]:
    """What `body` has to do with: its own field, office work for bodies without one, everything for local committees."""
    if body.startswith("UBND"):
        return tuple(phrase for field in FIELDS.values() for phrase in field)
    return next((FIELDS[field] for word, field in _OFFICE_OF if word in body), FIELDS["office"])


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
