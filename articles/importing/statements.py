"""What people say: quotations and reported speech, each with its speaker as printed."""

import re
from collections import Counter, deque
from typing import NamedTuple

from .attribution import AGAIN, SOMEBODY, Person, at_head, described, in_scene, strangers_in, subject
from .names import looks_like_name
from .naming import mentions
from .page import Statement
from .quotations import SHORTEST_SPEECH, quotations, tokens_of
from .recurring import settled
from .roster import family_names, full_name, last_name, nicknames, roster_of
from .saying import is_another_word, verbs
from .script import restored, simplified

# Words with which the reporter takes over again after somebody's reported speech.
_NARRATION = re.compile(
    r"(?:记者|本报将|法院|法庭|经审理|会议|活动|据了解|据悉|据统计|截至|目前，|对此，|对于|数据显示|资料显示|与此同时|听到|听了|听完|如今，|为此，|后来，|随后，|此后，|直到"
    r"|经(?:医院|医生|民警|初步|进一步|现场)?(?:检查|诊断|核实|查|调查|调解|检测|抢救|治疗)|从[^，。]{2,12}到[^，。]{2,12}，(?:前后|用时|只|仅)|为了?[^，。]{2,16}，[他她]|[两三]人(?![家都])|这[位名]|这一(?:建议|提议|倡议|说法|做法|想法)|(?:和|跟|像|同)[他她]们?(?:一样|这样)|说完|说罢|说话间|话音|临走|临别|采访结束)"
)
_IN_EYES = re.compile(r"在([^，。]{1,24})看来，")
# Behind the verb: what the speaker does while speaking.
_MEANWHILE = ("一边", "一面")
_LONGEST_ASIDE = 60
_REMEMBERED = 12
_REACH = 200
_THIS = re.compile("该|上述|这[位名]")
_THIS_PERSON = re.compile("这[位名]")
_SAYING_SO = re.compile("说着|说完|说罢|说到")
_CUT_IN = re.compile("[^，。]{0,6}(?:话音[未刚一]落|(?:话)?[还没]*没说完|刚说完)，")
_COMMA = re.compile("，")
_SPEAKS_OF = re.compile("[说谈提]起|谈及|回忆起")
# Behind a quotation: ——office and name.
_SIGNED = re.compile(r"\s*[—–―─-]{2,}\s*(?P<who>[^\n]*)")
# The lines of an interview: 记者：… and, below it, the name of who answers.
_LABELLED = re.compile(r"([\u4e00-\u9fff·]{1,8})[：:](?=[^\s])")
_QUESTION = re.compile(r"(?:(?:本报)?记者|主持人|问)[：:](?=[^\s])")
_QUESTIONS = re.compile(rf"\n{_QUESTION.pattern}")
_OF_WHOM = re.compile("^(?:专访|访|对话|记)")
_ANSWERING = re.compile(r"^([\u4e00-\u9fff·]{2,8})[：:](?=[^\s])", re.MULTILINE)
_PRONOUN_HEAD = re.compile("(?:^|，)[他她](?!们)")
_PRONOUN = re.compile("他|她")


class Said(NamedTuple):
    """Words of a person, p[start:end]."""

    person: Person
    kind: str
    start: int
    end: int


def read_statements(sections, headline, traditional):
    """Return (the Statements in the Sections of a report, in order, the set of paragraphs that quote nobody known).

    headline: the printed elements above the text, which, as headings may, name the office of who speaks in it.
    traditional: whether the page needs to be read in simplified letters.
    """
    printed = "\n".join(paragraph for section in sections for paragraph in section.paragraphs)
    folded = simplified(printed) if traditional else printed
    whole = family_names(folded)
    questions = len(_QUESTIONS.findall(f"\n{folded}"))
    above = "\n".join([_OF_WHOM.sub("", text) for text in headline] + [one.heading for one in sections if one.heading])
    above = simplified(above) if traditional else above
    roster = roster_of(folded, whole) | (_answering(folded) if questions else set())
    roster |= {name for _, name in mentions(above) if name in folded}
    whole |= nicknames(folded, roster)
    reader = _Reader(roster | whole.keys(), strangers_in(folded), questions)
    statements, unattributed, at = [], set(), 0
    for number, section in enumerate(sections):
        for paragraph in section.paragraphs:
            end = at + len(paragraph)
            for said in reader.read(folded[at:end], _SIGNED.match(folded, end + 1)):
                text = paragraph[said.start : said.end].strip()
                if text:
                    statements.append(Statement(said.person.name, said.person.office, said.kind, text, number))
            if reader.quotes_nobody_known:
                unattributed.add(paragraph)
            at = end + 1
    spoken = {said.name for said in statements if said.name}
    names = {name: whole.get(name) or settled(name, folded) for name in spoken}
    known = {*names.values(), *roster}
    names |= {name: full for name in spoken if (full := full_name(name, folded, known))}
    offices = {name: described(name, folded) or described(name, above) for name in set(names.values())}
    for statement in statements:
        statement.name = names.get(statement.name)
        statement.office = restored(offices.get(statement.name) or statement.office, folded, printed)
        statement.name = restored(statement.name, folded, printed)
    return statements, unattributed


def _answering(text):
    """Return the labels of those who answer in an interview, again and again."""
    labels = Counter(_ANSWERING.findall(text))
    return {label for label, times in labels.items() if times > 1 and not _QUESTION.match(f"{label}：…")}


class _Memory:
    """Who was named last. Only pronouns and bare quotations ask, so sentences are searched for names only then."""

    def __init__(self, roster):
        self.roster = roster
        self.person = None
        self.when = 0
        self._heard = deque(maxlen=_REMEMBERED)

    def remember(self, person, when):
        self.person, self.when = person, when
        self._heard.clear()

    def hear(self, sentence, when):
        self._heard.append((sentence, when))

    def last(self):
        """Return the Person named last, None where nobody was. 老人 and the like stand for the one before, if any."""
        again = None
        while self._heard:
            sentence, when = self._heard.pop()
            person = at_head(sentence, self.roster)
            if person is None or person == SOMEBODY:
                name = last_name(sentence, self.roster)
                person = Person(name, None) if name else None
            if person and person.office in AGAIN and not person.name:
                again = again or (person, when)
            elif person:
                self.remember(person, when)
        if again and self.person is None:
            self.remember(*again)
        return self.person


class _Reader:
    """Reads a report paragraph by paragraph and remembers who was speaking."""

    def __init__(self, roster, strangers, questions):
        """strangers: words for people whom the report never names; questions: how many paragraphs somebody asks in."""
        self.roster = roster
        self.strangers = strangers
        self.questions = questions
        self.memory = _Memory(roster)
        self.paragraphs = 0
        self.quotes_nobody_known = False
        self.about_to_speak = None
        self.goes_on = None
        self.last_unnamed = None
        self.is_interview = False
        self.answering = None

    def read(self, paragraph, signed):
        """Return what is Said in a paragraph, in order.

        signed: the match of a paragraph right below it that names who said it, or None.
        """
        self.signer = subject(signed["who"], self.roster) if signed else None
        self.paragraphs += 1
        self.quotes_nobody_known = False
        if self.questions or self.is_interview:
            answer = self._answer(paragraph)
            if answer is not None:
                return answer
        tokens = tokens_of(paragraph)
        owners = [
            None if token.quotation else self._owner(paragraph, tokens, index) for index, token in enumerate(tokens)
        ]
        found, speaker, narrated = [], None, None
        for index, token in enumerate(tokens):
            if token.quotation:
                speaker = self._speaker(paragraph, tokens, owners, index, speaker) or narrated
                if speaker:
                    found.append(Said(speaker, "direct", token.quotation.start, token.quotation.end))
            elif owners[index]:
                narrated = owners[index][0]
                found += self._reported(paragraph, tokens, owners, index)
        self._look_ahead(paragraph, tokens, owners, found)
        return found

    def _answer(self, paragraph):
        """Return what is Said in a paragraph of an interview, None where it is none.

        An answer goes on up to the next question; behind the last one only its first paragraph surely is one.
        """
        if _QUESTION.match(paragraph):
            self.questions -= 1
            self.is_interview, self.answering = True, None
            return []
        label = _LABELLED.match(paragraph)
        if self.is_interview and label and (label[1] in self.roster or looks_like_name(label[1])):
            self.answering = Person(label[1], None)
            self.memory.remember(self.answering, self.paragraphs)
            return [self._all_of(paragraph, label.end())]
        if self.answering and self.questions:
            return [self._all_of(paragraph, 0)]
        return None

    def _all_of(self, paragraph, start):
        """Return what an answer says, without the quotation marks around it."""
        quoted = (
            paragraph[start : start + 1] == "“" and quotations(paragraph[start:])[0].after == len(paragraph) - start
        )
        return Said(self.answering, "direct", start + quoted, len(paragraph) - (quoted and paragraph[-1] == "”"))

    def _owner(self, paragraph, tokens, index):
        """Return (Person, match of the verb or None) where a sentence says who speaks, None where it does not."""
        token = tokens[index]
        text = paragraph[token.start : token.end]
        eyes = _IN_EYES.match(text)
        if eyes:
            person = self._known(subject(eyes[1], self.roster), "")
            if person:
                self.memory.remember(person, self.paragraphs)
                return person, eyes
        found = list(verbs().finditer(text))
        inner = quotations(text) if found else ()
        for verb in found:
            if any(run.start <= verb.start() < run.after for run in inner) or is_another_word(text, verb.start()):
                continue
            before = text[max(0, verb.start() - _REACH) : verb.start()]
            person = self._calling(before) if verb["calling"] else self._known(subject(before, self.roster), before)
            if person:
                self.memory.remember(person, self.paragraphs)
                return person, verb
        follows = index > 0 and tokens[index - 1].quotation
        signed = _SIGNED.match(text) if follows and index + 1 == len(tokens) else None
        person = subject(signed["who"], self.roster) if signed else None
        if person and person.name:
            return person, None
        leads = index + 1 < len(tokens) and tokens[index + 1].quotation and text.rstrip()[-1:] in ("：", ":", "，", ",")
        if (follows or (leads and text.rstrip()[-1] in "：:")) and len(text) <= _LONGEST_ASIDE:
            so = _SAYING_SO.search(text)
            person = subject(text[: so.start()], self.roster) if so and so.start() else None
            person = person or at_head(text, self.roster) or (leads and self._at_head_of_clause(text))
            person = self._known(person or None, text)
            if person:
                self.memory.remember(person, self.paragraphs)
                return person, None
        self.memory.hear(text, self.paragraphs)
        return None

    def _calling(self, before):
        """Return the named Person who calls on others, None without; behind a comma it is who began the sentence."""
        goes_on = before[-1:] == "，"
        person = goes_on and (at_head(before, self.roster) or in_scene(before, self.roster))
        person = person or subject(before, self.roster)
        return person if person and person.name else None

    def _at_head_of_clause(self, text):
        """Return the Person with whom one of the clauses before a quotation begins, the last such; None without."""
        clauses = reversed(_COMMA.split(text.rstrip("，：:")))
        return next(filter(None, (at_head(clause, self.roster) for clause in clauses)), None)

    def _known(self, person, before):
        """Put the person named before in the place of 他 and 她, the official in that of 该负责人."""
        if person and person.office in self.strangers:
            return person
        if person and person.office and not person.name:
            again = _THIS_PERSON.match(person.office) or person.office in AGAIN
            last = self.memory.last() if again else None
            return last if last and last.name else self._official(person)
        if person != SOMEBODY:
            return person
        name = last_name(before, self.roster)
        person = Person(name, None) if name else self.memory.last()
        return person if person != SOMEBODY else None

    def _official(self, person):
        again = _THIS.match(person.office)
        if again and self.last_unnamed and self.last_unnamed.office.endswith(person.office[again.end() :]):
            return self.last_unnamed
        self.last_unnamed = person
        return person

    def _speaker(self, paragraph, tokens, owners, index, speaker):
        before = index > 0 and owners[index - 1]
        after = index + 1 < len(tokens) and owners[index + 1]
        if after and _CUT_IN.match(paragraph, tokens[index + 1].start):
            # Somebody else speaks next.
            after = None
        lead = paragraph[tokens[index - 1].start : tokens[index - 1].end].rstrip() if index else ""
        if before and lead[-1:] in "：:，,":
            return before[0]
        if after:
            return after[0]
        if lead[-1:] in ("：", ":") and len(lead) <= _LONGEST_ASIDE and _PRONOUN.search(lead) and self.memory.last():
            return self.memory.last()
        if index and tokens[index - 1].quotation and speaker:
            return speaker
        scene = self._in_scene(paragraph, tokens, index)
        if scene and _SPEAKS_OF.match(paragraph, tokens[index + 1].start):
            return scene
        if index and not tokens[index - 1].quotation and len(paragraph) - tokens[index].start > 12:
            text = paragraph[tokens[index - 1].start : tokens[index - 1].end]
            person = at_head(text, self.roster)
            if person is None and (_PRONOUN_HEAD.search(text) or self._speaks_on(paragraph, tokens, index)):
                person = self.memory.last()
            if person and person.name and len(text) <= 2 * _LONGEST_ASIDE:
                return person
        if scene:
            return scene
        whole = len(tokens) == 1
        if whole and (self.signer or self.about_to_speak or self.goes_on or self._named_just_before()):
            return self.signer or self.about_to_speak or self.goes_on or self.memory.person
        if whole and tokens[0].end - tokens[0].start > 2 * SHORTEST_SPEECH:
            self.quotes_nobody_known = True
        return None

    def _in_scene(self, paragraph, tokens, index):
        """Return the named Person of whom the sentence behind a quotation says first when or where; None without."""
        if index + 1 == len(tokens):
            return None
        person = in_scene(paragraph[tokens[index + 1].start : tokens[index + 1].end], self.roster)
        return person if person and person.name else None

    @staticmethod
    def _speaks_on(paragraph, tokens, index):
        """Tell whether the narration goes on, behind a quotation, with what the speaker does: 说着，她…"""
        return index + 1 < len(tokens) and bool(_SAYING_SO.match(paragraph, tokens[index + 1].start))

    def _named_just_before(self):
        return self.memory.last() and self.memory.when == self.paragraphs - 1

    def _reported(self, paragraph, tokens, owners, index):
        """Return the reported speech of a sentence: from behind its verb to where somebody else begins."""
        person, verb = owners[index]
        token = tokens[index]
        if verb is None:
            return []
        start = token.start + verb.end()
        groups = verb.groupdict()
        if "verb" in groups and not groups["calling"] and (not groups["mark"] or start >= token.end):
            return []
        if paragraph.startswith(_MEANWHILE, start):
            return []
        end = token.end
        for later in range(index + 1, len(tokens)):
            text = paragraph[tokens[later].start : tokens[later].end]
            if tokens[later].quotation or owners[later] or _NARRATION.match(text) or self._is_of_another(text, person):
                break
            end = tokens[later].end
        return [Said(person, "indirect", start, end)] if end > start else []

    def _is_of_another(self, text, person):
        """Tell whether a sentence begins with the name of somebody else: the reporter goes on."""
        known = (text[:length] for length in (4, 3, 2) if text[:length] in self.roster)
        name = next(known, None)
        return name is not None and name != person.name

    def _look_ahead(self, paragraph, tokens, owners, found):
        """Remember who is about to speak and who goes on in the next paragraph."""
        if len(tokens) == 1 and tokens[0].quotation and found:
            self.memory.remember(found[-1].person, self.paragraphs)
        self.goes_on = None
        if tokens and tokens[-1].quotation and not tokens[-1].quotation.closed and found:
            self.goes_on = found[-1].person
        self.about_to_speak = None
        if paragraph[-1:] in ("：", ":") and tokens and not tokens[-1].quotation:
            text = paragraph[tokens[-1].start :]
            self.about_to_speak = owners[-1][0] if owners[-1] else self._known(at_head(text, self.roster), text)
