"""What must hold on PostgreSQL when everything is done, whatever has happened before."""
import time

OPEN = """SELECT (SELECT count(*) FROM procedures WHERE ended_at IS NULL) + (SELECT count(*) FROM inbox)
  + (SELECT count(*) FROM timers) + (SELECT count(*) FROM letters WHERE state IN ('Pending', 'Sending'))"""

QUESTIONS = {
    "procedures have not come to their end": "SELECT count(*) FROM procedures WHERE ended_at IS NULL OR status <> 'Finished'",
    "procedures have an incident": "SELECT count(*) FROM procedures WHERE incidents > 0",
    "procedures have a gap in their steps": """SELECT count(*) FROM procedures p
        WHERE p.step <> (SELECT count(DISTINCT step) FROM journal WHERE procedure = p.id)""",
    "tasks are open": "SELECT count(*) FROM tasks WHERE closed_at IS NULL",
    "waits are open": "SELECT count(*) FROM waits",
    "pieces of work were set aside": "SELECT count(*) FROM timers WHERE set_aside",
    "procedures have not exactly one child": """SELECT count(*) FROM procedures p WHERE p.definition_id = 'rush'
        AND (SELECT count(*) FROM procedures c WHERE c.parent_id = p.id) <> 1""",
    "events were heard more or less than once": """SELECT abs((SELECT count(*) FROM procedures WHERE definition_id = 'rush')
        - (SELECT count(*) FROM procedures WHERE definition_id = 'rush-echo'))""",
}


def settle(postgres, patience=300):
    end = time.time() + patience
    while (left := postgres.count(OPEN)) and time.time() < end:
        time.sleep(1)
    return [f"{left} pieces of work are not done in time"] if left else []


def broken(postgres, clerks, mail):
    found = [f"{n} {what}" for what, sql in QUESTIONS.items() if (n := postgres.count(sql))]
    there = set(postgres.ask("SELECT id FROM procedures").split())
    found += [f"{id} was acknowledged and is not there" for id in clerks.opened if id not in there]
    done = set(postgres.ask("SELECT procedure || '/tasks/' || wait FROM tasks WHERE outcome IS NOT NULL").split())
    found += [f"{task} was acknowledged and is not completed" for task in clerks.completed if task not in done]
    found += [f"{task} was completed twice" for task in set(clerks.completed) if clerks.completed.count(task) > 1]
    found += clerks.failed[:10]
    return found + letters(postgres.ask("SELECT id || ' ' || state FROM letters"), mail)


def letters(rows, mail):
    most = {"Sent": (1, 1), "NotKnown": (0, 1)}
    found = []
    for row in filter(None, rows.split("\n")):
        id, state = row.rsplit(" ", 1)
        least, highest = most.get(state, (0, 0))
        if not least <= mail.letters[id] <= highest:
            found.append(f"The letter {id} is {state} and arrived {mail.letters[id]} times")
    return found
