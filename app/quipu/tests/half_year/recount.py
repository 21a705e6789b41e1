#!/usr/bin/env python3
"""Counts half a year again, from what officials did and from nothing else, and compares with what the service publishes.

Reads one file: the plans, the log of acts with the answers of the service, and what everybody can read of it. Knows the rules from
their words: a value of a month falls due 30 days after it, of a quarter 60; from 90 % of what was expected a result is on track,
from 70 % behind, and below it red; the sector accepts or returns within ten working days, and silence accepts; more money waits for verified progress,
and nothing is evaluated while a commitment is overdue. No code and no table of the service is used."""
import calendar
import collections
import datetime as dt
import decimal
import json
import sys

D = decimal.Decimal
GRACE = {False: 30, True: 60}
WORDS = ("on_time", "late", "missing", "under_review", "not_due")
faults = []
compared = collections.Counter()


def same(what, ours, theirs):
    compared[what.split(":")[0]] += 1
    if ours != theirs:
        faults.append(f"{what}: counted {ours!r}, published {theirs!r}")


def day(text):
    return dt.date.fromisoformat(text)


def last_day(period):
    year = int(period[:4])
    month = 3 * int(period[6]) if "Q" in period or "T" in period else int(period[5:])
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def months(period):
    return last_day(period).month


def code(period):
    """Quarters are written with a Q in some places and a T in others."""
    return period.replace("T", "Q")


def due(card, period):
    return last_day(period) + dt.timedelta(GRACE[card["quarterly"]])


def periods(card, year=2026):
    if card["quarterly"]:
        return [f"{year}-Q{n}" for n in range(1, 5)]
    return [f"{year}-{n:02}" for n in range(1, 13)]


class Value:
    """What became of the answer for one period, as its acts say."""

    def __init__(self):
        self.value = None
        self.is_reason = False
        self.first = None  # the day on which it came, or came again after it was returned
        self.state = None  # of a value that somebody accepts: submitted, returned, accepted
        self.submitted = None
        self.again = self.silences = 0

    def lapse(self, on):
        # Ten working days are less than twenty days of any calendar, and more than nine.
        if self.state == "submitted":
            waited = (on - self.submitted).days
            assert waited >= 20 or waited <= 11, f"the judge cannot tell whether {waited} days are a term"
            if waited >= 20:
                self.state = "accepted"
                self.silences += 1

    def put(self, act, on, is_accepted_by_another):
        self.lapse(on)
        if self.state == "submitted":
            return 422
        if self.first is None or self.state == "returned":
            self.first = on
        if self.state == "returned":
            self.again += 1
        self.value, self.is_reason = act["value"], act["is_reason"]
        if is_accepted_by_another:
            self.state, self.submitted = "submitted", on
        return 303


def values(told, until_day, until_at=None):
    """Every value as known at the end of a day."""
    known = collections.defaultdict(Value)
    for act in told["log"]:
        on = day(act["day"])
        if on > until_day or (until_at and act["at"] > until_at):
            break
        if act["what"] not in ("value", "accept", "return_value"):
            continue
        one = known[act["entity"], act["indicator"], code(act["period"])]
        if act["what"] == "value":
            answer = one.put(act, on, act["entity"] == "E:11-011")
            if until_day == day(told["end"]):
                same(f"put in: {act}", answer, act["status"])
        else:
            one.lapse(on)
            assert one.state == "submitted", act
            one.state = "accepted" if act["what"] == "accept" else "returned"
    for one in known.values():
        one.lapse(until_day)
    return known


def counts(one):
    return one.first is not None and one.state != "returned"


def status(card, known, on):
    """Status, progress in percent, last period and value of an indicator on a day."""
    own = {
        period: one
        for (entity, indicator, period), one in known.items()
        if (entity, indicator) == (card["entity"], card["indicator"]) and counts(one)
    }
    numbers = [period for period, one in own.items() if not one.is_reason and last_day(period) <= on]
    last = max(numbers, key=last_day, default=None)
    owed = [period for period in periods(card) if due(card, period) <= on]
    owed = max(owed, key=last_day, default=None)
    progress = value = None
    if last:
        value = D(own[last].value)
        progress = value / (card["a_month"] * months(last)) * 100
    if owed and (last is None or last_day(last) < last_day(owed)):
        answer = own.get(owed)
        return ("not_available" if answer and answer.is_reason else "overdue"), progress, last, value
    if last is None:
        return "not_due", None, None, None
    found = "on_track" if progress >= 90 else "behind" if progress >= 70 else "off_track"
    return found, progress, last, value


def board(told):
    known = values(told, day(told["end"]))
    on = day(told["end"])
    for entity in {card["entity"] for card in told["world"]}:
        tally = collections.defaultdict(collections.Counter)
        for card in (card for card in told["world"] if card["entity"] == entity):
            for period in periods(card):
                falls = due(card, period)
                if falls.year != 2026:
                    continue
                one = known.get((entity, card["indicator"], period))
                if one is None or not counts(one):
                    what = "missing" if falls <= on else "not_due"
                elif one.state == "submitted":
                    what = "under_review"
                else:
                    what = "on_time" if one.first <= falls else "late"
                tally[falls.month][what] += 1
        own = told["found"]["punctuality"][entity]["data"]
        # A ministry owes values of other plans too: they are what they were before ours began.
        before = told["found"]["before"]["data"] if entity == "E:11-011" else []
        for month in range(1, 13):
            for word in WORDS:
                theirs = sum(row[word] for row in own if row["month"] == month)
                theirs -= sum(row[word] for row in before if row["month"] == month)
                same(f"board: {entity} {month} {word}", tally[month][word], theirs)


def close(ours, theirs):
    return theirs is not None and abs(D(str(theirs)) - ours) < D("0.06")


def statuses(told):
    known = values(told, day(told["end"]))
    for on, found in told["found"]["statuses"].items():
        for card in told["world"]:
            of_day(card, known, day(on), found[card["entity"]]["data"])


def of_day(card, known, on, rows):
    name = f"{card['plan']}@1/{card['indicator']}"
    rows = [row for row in rows if row["indicator"] == name]
    same(f"status: {name} is there", 1, len(rows))
    if not rows:
        return
    row = rows[0]
    found, progress, last, value = status(card, known, on)
    same(f"status: {name} on {on}", found, row["status"])
    same(f"status: {name} on {on}, last", last, row["last_period"] and code(row["last_period"]))
    theirs = D(str(row["last_value"])) if row["last_value"] is not None else None
    same(f"status: {name} on {on}, value", value, theirs)
    if found in ("on_track", "behind", "off_track"):
        told = f"status: {name} on {on}, {progress} and {row['progress_percent']}"
        same(told, True, close(progress, row["progress_percent"]))


def published(told):
    """Every value, and what the sector did with it; a returned value stays to be seen, and does not count."""
    known = values(told, day(told["end"]))
    theirs = {
        (series, code(row["period"])): D(str(row["value"]))
        for series, found in told["found"]["observations"].items()
        for row in found["data"]
    }
    ours, reasons = {}, set()
    for (entity, indicator, period), one in known.items():
        series = f"SIM-{entity.replace(':', '-')}/{indicator}"
        if one.is_reason:
            reasons.add((series, period))
        else:
            ours[series, period] = D(one.value)
    same("values: which", sorted(ours), sorted(theirs))
    for key in set(ours) & set(theirs):
        same(f"values: {key}", ours[key], theirs[key])
    answers = {(row["series"], code(row["period"])) for row in told["found"]["no-values"]["data"] if row["series"].startswith("SIM-")}
    same("values: reasons", sorted(reasons), sorted(answers))
    acts = collections.Counter(row["act"] for row in told["found"]["value-review-acts"]["data"])
    for act in ("accept", "return_value"):
        same(f"sector: {act}", sum(one["what"] == act for one in told["log"]), acts[act])
    again = sum(one.again for one in known.values())
    silence = sum(one.silences for one in known.values())
    same("sector: put in again", again, acts["resubmit"])
    same("sector: silence", silence, acts["term_ended"])


def report(told):
    """The list of what is off track or behind, judged on the last day of the half-year by what was known when it was frozen."""
    known = values(told, day(told["frozen_day"]))
    on = dt.date(2026, 6, 30)
    ours = {}
    for card in told["world"]:
        found, _, last, value = status(card, known, on)
        if found in ("off_track", "behind"):
            ours[f"{card['plan']}@1", card["indicator"]] = (found, last, value)
    theirs = {}
    columns, rows = off_track_rows(told["report"])
    for cells in rows:
        row = dict(zip(columns, cells))
        if row["plan"].startswith("SIM-"):
            indicator = row["indicator"]["at"][2]
            theirs[row["plan"], indicator] = (row["status"], code(row["last-period"]), D(row["last"]))
    same("report: which are off track or behind", sorted(ours), sorted(theirs))
    for key in set(ours) & set(theirs):
        same(f"report: {key}", ours[key], theirs[key])


def off_track_rows(told):
    tables = [table for part in told["parts"] for table in part["tables"] if table["table"] == "off-track"]
    return tables[0]["columns"], tables[0]["rows"]


def review(told):
    on = day(told["review_day"])
    known = values(told, on)
    red = set()
    for card in told["world"]:
        if card["entity"] == "E:11-011" and status(card, known, on)[0] == "off_track":
            red.add(f"{card['plan']}@1/{card['indicator']}")
    items = told["found"]["review-items"]["data"]
    theirs = {row["indicator"] for row in items if row["class"] == "red" and (row["indicator"] or "").startswith("SIM-")}
    same("review: red", sorted(red), sorted(theirs))
    decided = [act for act in told["log"] if act["what"] == "decision"]
    rows = told["found"]["review-decisions"]["data"]
    same("review: decisions", len(decided), len(rows))
    same("review: every red one has a decision", True, red <= {act["indicator"] for act in decided})
    for kind in ("corrective", "hold"):
        same(f"review: {kind}", sum(act["kind"] == kind for act in decided), sum(row["kind"] == kind for row in rows))
    for act in told["log"]:
        if act["what"] == "signed":
            same(f"review: signed with {act['left']} undecided", 303 if act["left"] == 0 else 422, act["status"])
    steps = collections.Counter(row["step"] for row in told["found"]["review-decision-steps"]["data"])
    reported = set()
    for act in (act for act in told["log"] if act["what"] == "followed"):
        if act["step"] == "report":
            reported.add(act["code"])
            same(f"review: {act}", 303, act["status"])
        else:
            same(f"review: {act}", 303 if act["code"] in reported else 422, act["status"])
    same("review: reports", len(reported), steps["report"])
    same("review: closed", len(reported), steps["close"])


def money(told):
    deadline = verified = None
    has = ceiling = asked = D(0)
    fulfilled = False
    stage, amounts, granted = {}, {}, {}
    attempts = collections.Counter()
    for act in told["log"]:
        on = day(act["day"])
        if act["what"] == "commitment":
            deadline = day(act["deadline"])
        elif act["what"] == "ceiling":
            has, ceiling = D(act["has"]), D(act["ceiling"])
        elif act["what"] == "verified":
            verified = act["verdict"]
        elif act["what"] == "request":
            amount = D(act["amount"])
            allowed = asked + amount <= ceiling
            same(f"money: {act}", 303 if allowed else 422, act["status"])
            if allowed:
                asked += amount
                stage[act["code"]], amounts[act["code"]] = "filed", amount
        elif act["what"] == "decided":
            is_overdue = deadline < on and not fulfilled
            # Money beyond what the programme has this year waits for verified progress.
            is_more = act["step"] == "grant" and sum(granted.values()) + amounts[act["code"]] > has
            blocked = is_overdue or (is_more and verified is None)
            in_order = stage[act["code"]] == {"evaluate": "filed", "grant": "evaluated"}[act["step"]]
            allowed = in_order and (not blocked or bool(act["override"]))
            same(f"money: {act}", 303 if allowed else 422, act["status"])
            attempts[allowed] += 1
            if allowed:
                stage[act["code"]] = {"evaluate": "evaluated", "grant": "granted"}[act["step"]]
                if act["step"] == "grant":
                    granted[act["code"]] = amounts[act["code"]]
    rows = told["found"]["budget-request-steps"]["data"]
    theirs = {row["request"]: D(str(row["amount"])) for row in rows if row["step"] == "grant"}
    same("money: granted", granted, theirs)
    same("money: steps taken", attempts[True], len(rows))
    same("money: asked", sum(amounts.values()), sum(D(str(row["amount"])) for row in told["found"]["budget-requests"]["data"]))
    overrides = sum(1 for act in told["log"] if act["what"] == "decided" and act["override"] and act["status"] == 303)
    same("money: passed over in public", overrides, sum(1 for row in rows if row["override_reason"]))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        told = json.load(file)
    for count in (board, statuses, published, report, review, money):
        count(told)
    print("; ".join(f"{what}: {n} compared" for what, n in sorted(compared.items())))
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)


main()
