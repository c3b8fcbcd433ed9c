"""The learned judgement of roles: what it weighs, what it may say, and that it never overrules a rule."""

from __future__ import annotations

import pytest

from models.directive import Role
from models.outline import Passage, Piece
from pipeline.detect import Detector
from pipeline.detect.analysis import Analysis, analyse
from pipeline.detect.judgement import JUDGED, LIKELY, WORTH, judge
from pipeline.detect.role_model import NOBODY, ROLES, RoleModel, load_role_model
from pipeline.detect.role_signs import signs
from pipeline.detect.roles import Bodies, bodies_of
from pipeline.rules.folding import fold_same_length

NOTHING = RoleModel({})
LEADS = RoleModel({"kind=office": (4.0, -4.0), "kind=body": (4.0, -4.0), "kind=field": (4.0, -4.0)})
"""A model that takes every named body for a lead."""
LEADS_NOT = RoleModel({"kind=office": (-4.0, -4.0), "kind=body": (-4.0, -4.0), "kind=field": (-4.0, -4.0)})


def analysed(text: str, detector: Detector) -> Analysis:
    return analyse(Passage(text, (Piece(0, 0, len(text)),)), nlp=detector.nlp, rules=detector.roles)


def lists_of(analysis: Analysis) -> list[Bodies]:
    return bodies_of(analysis.text, analysis.mentions, analysis.cues, analysis.rules)


def signs_of(text: str, detector: Detector, number: int = 0) -> list[str]:
    analysis = analysed(text, detector)
    return signs(analysis.text, analysis.folded, lists_of(analysis)[number], number)


def test_signs_tell_the_words_beside_a_list_and_its_place(detector: Detector) -> None:
    found = signs_of("Hoàn thiện hồ sơ; Sở Y tế và Sở Tài chính chủ trì thẩm định.", detector)
    assert {"l0=;", "r01=chủ_trì", "heads", "sign=;", "many=2", "behind=chủ trì", "called=sở", "kind=field"} <= set(found)


def test_signs_of_a_body_inside_a_clause_name_how_the_clause_begins(detector: Detector) -> None:
    found = set(signs_of("Báo cáo kết quả về Sở Y tế trước ngày 10.", detector))
    assert {"first=báo", "first2=báo_cáo", "l0=về", "sentence=báo", "before=báo cáo"} <= found
    assert not {"heads", "opens"} & found


def test_signs_do_not_hang_on_case_tone_placement_or_distant_words(detector: Detector) -> None:
    near = "Sở Y tế hòa giải tranh chấp."
    assert signs_of(near, detector) == signs_of(near.replace("hòa", "hoà"), detector)
    far = " ".join(["Rà soát"] + ["từng hồ sơ còn tồn đọng"] * 20)
    assert signs_of(f"{far}. {near}", detector) == signs_of(f"Xa hơn nữa: {far}. {near}", detector)


@pytest.mark.parametrize("model", [NOTHING, LEADS, load_role_model()], ids=["empty", "made", "shipped"])
def test_chances_are_probabilities(model: RoleModel) -> None:
    chances = model.chances(["heads", "r0=rà", "kind=field", "a sign that nobody saw"])
    assert set(chances) == {*ROLES, NOBODY}
    assert sum(chances.values()) == pytest.approx(1)
    assert all(0 < chance < 1 for chance in chances.values())


def test_what_was_never_seen_weighs_nothing() -> None:
    assert load_role_model().chances(["no such sign"]) == NOTHING.chances([])


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Mưa lớn thì Hạt Kiểm lâm, chủ rừng lội kiểm từng lô.", ["Hạt Kiểm lâm", "chủ rừng"]),
        ("Công an xã, chủ bến đò kiểm đếm phao cứu sinh hằng ngày.", ["Công an xã", "chủ bến đò"]),
    ],
    ids=["behind-a-case", "with-a-body-that-no-list-knows"],
)
def test_who_leads_where_no_rule_says_it(text: str, leads: list[str], detector: Detector) -> None:
    analysis = analysed(text, detector)
    assert not [finding for finding in analysis.settled if finding.role is Role.LEAD]
    assert [finding.name for finding in analysis.judgement.added if finding.role is Role.LEAD] == leads


@pytest.mark.parametrize(
    "text",
    [
        "Theo báo cáo của Sở Y tế, số ca mắc đã giảm so với tháng trước.",
        "Gửi hồ sơ về Sở Nội vụ trước ngày 15 hằng tháng.",
        "Thực hiện nghiêm quy định của Bộ Tài chính về mua sắm tập trung.",
    ],
    ids=["whose-report", "to-whom", "whose-rules"],
)
def test_who_only_is_spoken_of_leads_nothing(text: str, detector: Detector) -> None:
    assert not [f for f in analysed(text, detector).judgement.added if f.role is Role.LEAD]


def test_the_judgement_adds_roles_only_to_lists_of_which_no_rule_says_anything(detector: Detector) -> None:
    text = "Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thẩm định; xem xét ý kiến của Thanh tra tỉnh."
    analysis = analysed(text, detector)
    told = {finding.mention.start for finding in analysis.roles}
    found = judge(text, fold_same_length(text), lists_of(analysis), analysis.roles, LEADS, detector.roles)
    assert [finding.name for finding in found.added] == ["Thanh tra tỉnh"]
    assert not told & {finding.mention.start for finding in found.added}
    assert all(finding.rule == "judged.lead" and finding.confidence <= JUDGED for finding in found.added)


def test_a_list_that_leads_but_a_little_more_likely_than_not_is_named_in_a_doubt(detector: Detector) -> None:
    text = "Xem xét ý kiến của Thanh tra tỉnh."
    analysis = analysed(text, detector)
    bit, more = (RoleModel({f"kind={kind}": (weight, -4.0) for kind in ("office", "body", "field")}) for weight in (0.5, 1.5))
    unsure, sure = (judge(text, fold_same_length(text), lists_of(analysis), (), model, detector.roles) for model in (bit, more))
    assert 0.5 < bit.chances(signs_of(text, detector))["lead"] < LIKELY["lead"] < more.chances(signs_of(text, detector))["lead"]
    assert ([f.name for f in unsure.added], [m.name for m in unsure.doubtful]) == ([], ["Thanh tra tỉnh"])
    assert ([f.name for f in sure.added], sure.doubtful) == (["Thanh tra tỉnh"], ())


@pytest.mark.parametrize(("model", "most"), [(LEADS, 1.0), (NOTHING, WORTH[1][1]), (LEADS_NOT, WORTH[0][1])])
def test_a_lead_of_a_rule_stays_and_is_as_sure_as_the_judgement_leaves_it(
    model: RoleModel, most: float, detector: Detector
) -> None:
    analysis = analysed("Giao Sở Y tế chủ trì thẩm định hồ sơ.", detector)
    found = judge(analysis.text, analysis.folded, lists_of(analysis), analysis.roles, model, detector.roles)
    (lead,) = analysis.roles
    tempered = found.tempered(lead)
    assert (tempered.name, tempered.role, tempered.rule) == (lead.name, lead.role, lead.rule)
    assert tempered.confidence == min(lead.confidence, most)


def test_a_body_that_may_have_a_role_is_told(detector: Detector) -> None:
    text = "Rà soát hồ sơ theo ý kiến của Thanh tra tỉnh."
    analysis = analysed(text, detector)
    found = judge(text, analysis.folded, lists_of(analysis), (), NOTHING, detector.roles)
    assert [mention.name for mention in found.doubtful] == ["Thanh tra tỉnh"]
    assert judge(text, analysis.folded, lists_of(analysis), (), LEADS_NOT, detector.roles).doubtful == ()
