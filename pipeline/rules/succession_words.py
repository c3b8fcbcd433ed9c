"""What the answer to "who holds this task today?" says, in Vietnamese and in English.

In: the facts of a step or of an open question.  Out: `Said`: the sentence in both languages.
Promise: a sentence about an open question names what a reviewer has to find out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from pipeline.rules.places import Province
from pipeline.rules.successors import Field, Succession


class Said(NamedTuple):
    """A sentence in both languages."""

    vi: str
    en: str


UNKNOWN = Said("Tên này không có trong danh bạ cơ quan.", "The directory knows no such name.")
GROUP = Said(
    "Tên chung của một nhóm cơ quan: hãy hỏi từng cơ quan trong nhóm.", "A name for a group of bodies: ask for each body of it."
)
NO_TEXT = Said(
    "Chưa có nội dung nhiệm vụ nên chưa biết lĩnh vực: nêu nơi tiếp nhận chung trước, rồi các nơi nhận từng lĩnh vực.",
    "Without the words of the task its field is not known: the general successor first, then those of single fields.",
)
NO_FIELD = Said(
    "Nội dung nhiệm vụ không cho thấy lĩnh vực: nêu nơi tiếp nhận chung trước, rồi các nơi nhận từng lĩnh vực.",
    "The words of the task show no field: the general successor first, then those of single fields.",
)
PLACES_DIFFER = Said(
    "Mỗi nơi sắp xếp một khác, chưa kiểm từng nơi.", "Places decided differently; single places are not confirmed."
)
SEVERAL = Said("Việc của cơ quan này chia cho nhiều cơ quan.", "The work of this body was divided among several.")
DISTRICT = Said(
    "Không còn cấp huyện từ 01/7/2025: nhiệm vụ của huyện không có một nơi tiếp nhận duy nhất, có thể về các xã, phường "
    "trên địa bàn hoặc về sở quản lý lĩnh vực; cần người rà soát chọn.",
    "There are no districts since 1/7/2025: a district's task has no single successor; it went to the communes of its territory "
    "or to the department of its field; a reviewer must choose.",
)
COMMUNE = Said(
    "Xã, phường sắp xếp lại từ 01/7/2025, chương trình không xét từng xã: cần người rà soát xem xã, phường nào nay quản lý "
    "địa bàn đó.",
    "Communes were rearranged on 1/7/2025 and are not followed one by one: a reviewer must see which one has that territory now.",
)

DIVIDED = Said(
    "Việc của đơn vị cấp huyện này chia theo địa bàn cho nhiều nơi: cần người rà soát chọn.",
    "The work of this body of a district was divided by territory: a reviewer must choose.",
)
NAMED = Said(
    "Cơ quan nhận theo dạng tên: khi hợp nhất tỉnh có thể đã đổi tên hoặc nhập vào nơi khác, chưa kiểm.",
    "A body known by the form of its name: when the provinces merged it may have been renamed or merged; not confirmed.",
)
REARRANGED = Said("sắp xếp đơn vị hành chính cấp xã.", "the communes were rearranged.")
REGION = Said(
    "Đơn vị khu vực: chưa xét tên, số của khu vực phụ trách địa bàn.",
    "A body of a region: which region has the territory is not looked up.",
)
NO_PLACE = Said("Chưa rõ thuộc tỉnh, thành phố nào.", "The province is not known.")


def several_fields(fields: tuple[Field, ...]) -> Said:
    """The words show more than one field."""
    return Said(
        f"Nội dung nhiệm vụ thuộc nhiều lĩnh vực: {'; '.join(field.name for field in fields)}.",
        f"The words of the task show several fields: {'; '.join(field.name_en for field in fields)}.",
    )


def near(name: str, day: date) -> Said:
    """The day asked lies in the weeks of the change."""
    return Said(
        f"{name}: ngày sắp xếp của từng nơi có thể lệch so với ngày chung ({day:%d/%m/%Y}), nên có thể chưa chuyển.",
        f"{name}: the day differed by place from the common one ({day:%d/%m/%Y}); the change may not have come yet.",
    )


def gap(name: str, day: date) -> Said:
    """No record says who came after, for the day asked."""
    return Said(
        f"{name} kết thúc ngày {day:%d/%m/%Y}; chưa có dữ liệu về nơi tiếp nhận vào ngày đang hỏi.",
        f"{name} ended on {day:%d/%m/%Y}; who held its work on the day asked is not known.",
    )


def what_moved(record: Succession, alone: bool, differed: bool) -> Said:
    """What a record hands on; `alone`: it is the only one of its body, `differed`: the day differed by place."""
    vi, en = "toàn bộ nhiệm vụ", "all of its work"
    if record.field:
        rest = (", và phần việc chung còn lại", ", and the rest of its work") if record.general else ("", "")
        vi, en = f"lĩnh vực {record.field.name}{rest[0]}", f"the field {record.field.name_en}{rest[1]}"
    elif not alone:
        vi, en = "một khả năng tiếp nhận", "one of the possible successors"
    if differed:
        vi, en = f"{vi} (ngày chung; ngày của từng nơi có thể lệch)", f"{en} (the common day; it differed by place)"
    return Said(" ".join((f"{vi}.", record.note[0])).strip(), " ".join((f"{en}.", record.note[1])).strip())


def moved_field(field: Field, since: date, name: str, doubted: bool) -> Said:
    """A field of work left a body that goes on."""
    where = (" (ở nơi có cơ quan này)", " (where there is one)") if doubted else ("", "")
    return Said(
        f"Lĩnh vực {field.name} từ {since:%d/%m/%Y} thuộc {name}{where[0]}.",
        f"The field {field.name_en} belongs to {name}{where[1]} since {since:%d/%m/%Y}.",
    )


def of_field(field: Field) -> Said:
    """The body of a province for a field, as a possible successor of a district."""
    return Said(
        f"cơ quan cấp tỉnh quản lý lĩnh vực {field.name} (một khả năng).",
        f"the body of the province for the field {field.name_en} (a possibility).",
    )


def merger(olds: Iterable[Province], new: Province) -> Said:
    """Provinces became another; "(cũ)" and "(mới)" tell those of one name apart, as offices write it."""
    names = [(p.full, p.name == new.name) for p in olds]
    old = ", ".join(f"{name} (cũ)" if same else name for name, same in names)
    full = f"{new.full} (mới)" if any(same for _, same in names) else new.full
    return Said(f"{old} thành {full}.", f"{old} became {full}.")
