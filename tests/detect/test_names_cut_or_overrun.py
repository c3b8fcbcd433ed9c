"""Names of units whose words are verbs, hold a comma or a dash, or stand behind the words of another body."""

from __future__ import annotations

import pytest

from pipeline.detect.mentions import AgencyPhrases, find_mentions, load_agency_phrases


@pytest.fixture(scope="module")
def phrases() -> AgencyPhrases:
    return load_agency_phrases()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Giao Công đoàn trường tổ chức giải cầu lông.", ["Công đoàn trường"]),
        ("Công đoàn bệnh viện thăm hỏi đoàn viên.", ["Công đoàn bệnh viện"]),
        ("Công đoàn Trường THPT Lê Sĩ tổ chức.", ["Công đoàn Trường THPT Lê Sĩ"]),
        ("Đoàn trường và Công đoàn cơ quan phối hợp.", ["Đoàn trường", "Công đoàn cơ quan"]),
        ("Ban Chính sách - Pháp luật", ["Ban Chính sách - Pháp luật"]),
        ("Vụ Tư pháp và Pháp luật quốc tế", ["Vụ Tư pháp và Pháp luật quốc tế"]),
        ("Ban Quản lý ký túc xá rà soát chỗ ở.", ["Ban Quản lý ký túc xá"]),
        ("Hội đồng tự đánh giá phân công nhiệm vụ.", ["Hội đồng tự đánh giá"]),
        ("Tiểu ban Lễ tân chuẩn bị khánh tiết.", ["Tiểu ban Lễ tân"]),
        ("Vụ Tổng kiểm soát tổng hợp.", ["Vụ Tổng kiểm soát"]),
        ("Phòng Theo dõi thi hành pháp luật tham mưu.", ["Phòng Theo dõi thi hành pháp luật"]),
        ("Phòng Tuyên truyền, hỗ trợ người nộp thuế hướng dẫn.", ["Phòng Tuyên truyền, hỗ trợ người nộp thuế"]),
        ("Phòng Tuyên truyền, hỗ trợ các xã thực hiện.", ["Phòng Tuyên truyền", "các xã"]),
        ("Phòng An toàn, kiểm tra phương tiện.", ["Phòng An toàn"]),
        ("Cơ quan Cảnh sát điều tra Công an tỉnh xác minh.", ["Cơ quan Cảnh sát điều tra Công an tỉnh"]),
        ("Cơ quan Cảnh sát điều tra, Công an tỉnh xác minh.", ["Cơ quan Cảnh sát điều tra", "Công an tỉnh"]),
        ("Ban Thường vụ các huyện, thị, thành đoàn báo cáo.", ["Ban Thường vụ các huyện, thị, thành đoàn"]),
        ("phối hợp với ngân hàng thương mại, Kho bạc Nhà nước thu tiền.", ["ngân hàng thương mại", "Kho bạc Nhà nước"]),
        ("phối hợp cảnh sát khu vực kiểm tra tạm trú.", ["cảnh sát khu vực"]),
        ("Đoàn Thanh niên tổ chức lễ kỷ niệm.", ["Đoàn Thanh niên"]),
        ("Ban Quản lý dự án tổ chức đấu thầu.", ["Ban Quản lý dự án"]),
        ("Ban Tổ chức hội thi chuẩn bị sân khấu.", ["Ban Tổ chức hội thi"]),
        ("phối hợp với các trường tư vấn sức khỏe cho học sinh.", ["các trường"]),
        ("các cơ sở kinh doanh xăng dầu niêm yết giá.", ["các cơ sở kinh doanh xăng dầu"]),
        ("Các cơ quan tham mưu, giúp việc Tỉnh ủy rà soát.", ["Các cơ quan tham mưu, giúp việc Tỉnh ủy"]),
        ("Các Điện lực kiểm tra hành lang tuyến.", ["Các Điện lực"]),
        ("Giao các khóm, ấp thông báo.", ["các khóm, ấp"]),
        ("Công chức Tư pháp - Hộ tịch chủ trì.", ["Công chức Tư pháp - Hộ tịch"]),
        ("cán bộ, công chức và xã hội", []),
        ("Văn phòng tổng hợp:", ["Văn phòng tổng hợp"]),
        ("Văn phòng tổng hợp báo cáo.", ["Văn phòng"]),
        ("Phòng Vật tư dự phòng vật tư thiết yếu.", ["Phòng Vật tư"]),
        ("Trung tâm Y tế dự phòng tỉnh phun hóa chất.", ["Trung tâm Y tế dự phòng tỉnh"]),
        ("Viện Cơ khí Năng lượng và Mỏ - Vinacomin thiết kế mẫu.", ["Viện Cơ khí Năng lượng và Mỏ - Vinacomin"]),
        ("Chi bộ Khối Dân vận sinh hoạt chuyên đề.", ["Chi bộ Khối Dân vận"]),
        ("Ban Phong trào Ủy ban Mặt trận Tổ quốc tỉnh theo dõi.", ["Ban Phong trào Ủy ban Mặt trận Tổ quốc tỉnh"]),
        ("Thống kê cơ sở Tân Lương cung cấp số liệu.", ["Thống kê cơ sở Tân Lương"]),
        ("Vụ Kế hoạch đầu tư xây dựng quy trình.", ["Vụ Kế hoạch đầu tư"]),
        ("Vụ Kế hoạch đầu mối tổng hợp.", ["Vụ Kế hoạch"]),
        ("Phòng Kế hoạch vật tư kiểm tra kho.", ["Phòng Kế hoạch vật tư"]),
        ("Phòng Thanh tra kiểm tra việc chấp hành.", ["Phòng Thanh tra"]),
        ("Phòng Kỹ thuật thi công lập biện pháp.", ["Phòng Kỹ thuật thi công"]),
        ("Phòng Kỹ thuật kiểm tra thiết bị.", ["Phòng Kỹ thuật"]),
        ("Phòng Hành chính nhân sự lập biên bản.", ["Phòng Hành chính nhân sự"]),
        ("Phòng Hành chính nhận hồ sơ.", ["Phòng Hành chính"]),
        ("Viện Nghiên cứu và Đào tạo trực tuyến lắp máy chủ.", ["Viện Nghiên cứu và Đào tạo trực tuyến"]),
        ("Phòng Kế toán - Thống kê phối hợp.", ["Phòng Kế toán - Thống kê"]),
        ("Phòng Thanh tra khiếu nại, tố cáo tham mưu.", ["Phòng Thanh tra khiếu nại, tố cáo"]),
        ("Chi cục Chăn nuôi -Thú y hướng dẫn nông dân.", ["Chi cục Chăn nuôi -Thú y"]),
        ("Chi cục Thủy sản -Kiểm tra tàu cá.", ["Chi cục Thủy sản"]),
        ("Giao Sở Y tế -Sở Tài chính thẩm định.", ["Sở Y tế", "Sở Tài chính"]),
        ("Ban lãnh đạo nhà máy kiểm tra xưởng.", ["Ban lãnh đạo nhà máy"]),
        ("Ban Biên tập website đăng tin.", ["Ban Biên tập website"]),
        ("Giao Huyện ủy viên phụ trách xã, công an viên tuần tra.", []),
        ("Cấp ủy các chi bộ khu phố duy trì nền nếp.", ["Cấp ủy các chi bộ khu phố"]),
        ("Ủy ban MTTQ các xã có dự án đi qua phải tuyên truyền.", ["Ủy ban MTTQ các xã có dự án đi qua"]),
        ("Các cơ quan, trường học, đơn vị lực lượng vũ trang treo cờ.", ["Các cơ quan, trường học, đơn vị lực lượng vũ trang"]),
        ("Giao UBND 2 huyện Sơn Khê và Lam Hải rà soát.", ["UBND huyện Sơn Khê", "UBND huyện Lam Hải"]),
        ("UBND 03 xã: Tân An, Tân Hòa và Tân Lập rà soát.", ["UBND xã Tân An", "UBND xã Tân Hòa", "UBND xã Tân Lập"]),
        ("phối hợp với UBND 3 huyện thực hiện.", ["UBND 3 huyện"]),
        ("Ban Kỹ thuật an toàn kiểm tra bảo hộ.", ["Ban Kỹ thuật an toàn"]),
        ("Ban An toàn giao thông đường thủy tổ chức tập huấn.", ["Ban An toàn giao thông đường thủy"]),
        ("Ban An toàn giao thông tỉnh kiểm tra bến.", ["Ban An toàn giao thông tỉnh"]),
        ("Ban QLDA đường bộ khu vực 4 bàn giao mặt bằng.", ["Ban QLDA đường bộ khu vực 4"]),
        ("Ban QLDA bàn giao mặt bằng.", ["Ban QLDA"]),
        ("Ban Quản lý Trung ương dự án thủy lợi giải ngân vốn.", ["Ban Quản lý Trung ương dự án thủy lợi"]),
        ("Sở Tài nguyên và Môi trường lấy mẫu nước thải.", ["Sở Tài nguyên và Môi trường"]),
        ("Các xã còn nợ báo cáo: gửi trong tuần.", ["Các xã còn nợ báo cáo"]),
        ("Các phòng chưa nộp báo cáo khẩn trương gửi.", ["Các phòng chưa nộp báo cáo"]),
        (
            "Các trường có giáo viên tham gia hội giảng cấp tỉnh: bố trí dạy thay.",
            ["Các trường có giáo viên tham gia hội giảng cấp tỉnh"],
        ),
        ("Các xã có người lao động làm việc ở nước ngoài rà soát.", ["Các xã có người lao động làm việc ở nước ngoài"]),
        ("Các xã báo cáo số hộ nghèo.", ["Các xã"]),
    ],
)
def test_a_name_is_read_whole(text: str, names: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("UBND thành phố Sơn Khê và các huyện rà soát.", ["UBND thành phố Sơn Khê", "UBND các huyện"]),
        ("UBND huyện Sơn Khê và các xã, phường rà soát.", ["UBND huyện Sơn Khê", "UBND các xã, phường"]),
        ("Sở Y tế và các huyện rà soát.", ["Sở Y tế", "các huyện"]),
        ("UBND thành phố Sơn Khê và các sở rà soát.", ["UBND thành phố Sơn Khê", "các sở"]),
    ],
)
def test_units_behind_a_council_are_their_councils(text: str, names: list[str], phrases: AgencyPhrases) -> None:
    assert [mention.name for mention in find_mentions(text, phrases=phrases)] == names


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("Phó Chủ tịch Thường trực UBND tỉnh chủ trì họp.", "Phó Chủ tịch Thường trực", "UBND tỉnh"),
        ("Phó Giám đốc Thường trực Sở Y tế chủ trì họp.", "Phó Giám đốc Thường trực", "Sở Y tế"),
        ("Thường trực HĐND tỉnh chủ trì họp.", "", "Thường trực HĐND tỉnh"),
    ],
)
def test_which_deputy_is_meant_is_no_body(text: str, head: str, name: str, phrases: AgencyPhrases) -> None:
    (mention,) = find_mentions(text, phrases=phrases)
    assert (mention.head, mention.name) == (head, name)
