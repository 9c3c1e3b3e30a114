"""What happens after the scan: steps, notes, touches, merges, sheets, drafts, forgetting."""

import secrets
from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, with the step that each entry was scanned with."""
    op.create_table(
        "forgotten",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_forgotten")),
    )
    kept = op.create_table(
        "secrets",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_secrets")),
    )
    op.bulk_insert(kept, [{"name": "forgetting", "value": secrets.token_hex(32)}])
    op.create_table(
        "sheets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sheets")),
    )
    with op.batch_alter_table("sheets") as batch_op:
        batch_op.create_index(batch_op.f("ix_sheets_path"), ["path"])

    op.create_table(
        "apart",
        sa.Column("one", sa.String(length=16), nullable=False),
        sa.Column("other", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(["one"], ["entries.id"], name=op.f("fk_apart_one"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["other"], ["entries.id"], name=op.f("fk_apart_other"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("one", "other", name=op.f("pk_apart")),
    )
    with op.batch_alter_table("apart") as batch_op:
        batch_op.create_index(batch_op.f("ix_apart_other"), ["other"])

    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_drafts_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    with op.batch_alter_table("drafts") as batch_op:
        batch_op.create_index(batch_op.f("ix_drafts_entry_id"), ["entry_id"])

    op.create_table(
        "followups",
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("priority", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("set_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_followups_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_followups")),
    )
    with op.batch_alter_table("followups") as batch_op:
        batch_op.create_index(batch_op.f("ix_followups_due"), ["due"])

    op.create_table(
        "merges",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("from_contact", sa.String(length=16), nullable=False),
        sa.Column("to_contact", sa.String(length=16), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("undone_at", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_merges_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    with op.batch_alter_table("merges") as batch_op:
        batch_op.create_index(batch_op.f("ix_merges_entry_id"), ["entry_id"])

    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_notes_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    with op.batch_alter_table("notes") as batch_op:
        batch_op.create_index(batch_op.f("ix_notes_entry_id"), ["entry_id"])

    op.create_table(
        "shown",
        sa.Column("sheet_id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=16), nullable=False),
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_shown_entry_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sheet_id"], ["sheets.id"], name=op.f("fk_shown_sheet_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("sheet_id", "contact_id", name=op.f("pk_shown")),
    )
    with op.batch_alter_table("shown") as batch_op:
        batch_op.create_index(batch_op.f("ix_shown_entry_id"), ["entry_id"])

    op.create_table(
        "touches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.String(length=16), nullable=False),
        sa.Column("at", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_touches_entry_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touches")),
    )
    with op.batch_alter_table("touches") as batch_op:
        batch_op.create_index(batch_op.f("ix_touches_at"), ["at"])
        batch_op.create_index(batch_op.f("ix_touches_entry_id"), ["entry_id"])
    _first_steps()


def _first_steps() -> None:
    entries = sa.table("entries", sa.column("id", sa.Text), sa.column("found", sa.JSON))
    followups = sa.table(
        "followups",
        sa.column("entry_id", sa.Text),
        sa.column("due", sa.Date),
        *(sa.column(name, sa.Text) for name in ("action", "priority", "status", "why", "set_by")),
        sa.column("number", sa.Integer),
    )
    connection = op.get_bind()
    for entry_id, found in connection.execute(sa.select(entries.c.id, entries.c.found)).all():
        connection.execute(
            followups.insert().values(
                entry_id=entry_id,
                due=date.fromisoformat(found["follow_up_due"]),
                action=found["next_action"],
                priority=found["priority"],
                status=found["status"],
                number=0,
                why=f"1st step after {found['event']}",
                set_by="cadence",
            )
        )
