import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("projects", "0001_initial"),
        ("stages", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("big-idea", "The Big Idea"),
                            ("decision-time", "Decision Time"),
                            ("building-the-team", "Building the Team"),
                            ("understand-whats-around", "Understand What's Around"),
                            ("gather-ideas", "Gather Ideas"),
                            ("make-the-change", "Make the Change"),
                            ("collaborative-partnership", "The Collaborative Partnership"),
                            ("keep-the-conversation-going", "Keep the Conversation Going"),
                            ("checking-the-impact", "Checking the Impact"),
                        ],
                        max_length=30,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=12)),
                ("wording", models.TextField(verbose_name="item")),
                ("help", models.TextField(blank=True, verbose_name="help")),
                ("easy", models.TextField(blank=True, verbose_name="easy read wording")),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("everyone", "Everyone"),
                            ("lead", "Project lead"),
                            ("involvement", "Involvement lead"),
                            ("lived", "People who use services and carers"),
                            ("staff", "Staff"),
                            ("partners", "Partners"),
                            ("sponsor", "Decision maker"),
                        ],
                        default="everyone",
                        max_length=12,
                    ),
                ),
                (
                    "weight",
                    models.CharField(
                        choices=[
                            ("must", "Rests on law or a standard"),
                            ("should", "Good practice"),
                        ],
                        default="should",
                        max_length=6,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "value",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not answered"),
                            ("done", "Done"),
                            ("partly", "Partly"),
                            ("not_yet", "Not yet"),
                            ("not_needed", "Not needed"),
                        ],
                        max_length=10,
                        verbose_name="answer",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("left_out", models.BooleanField(default=False)),
                (
                    "left_out_because",
                    models.TextField(blank=True, verbose_name="why it is left out"),
                ),
                (
                    "reworded_because",
                    models.TextField(blank=True, verbose_name="why it is reworded"),
                ),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="by when")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "given_to",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="items",
                        to="projects.membership",
                    ),
                ),
                (
                    "guide_item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="stages.item",
                    ),
                ),
                (
                    "note_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checklist",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GivenAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not answered"),
                            ("done", "Done"),
                            ("partly", "Partly"),
                            ("not_yet", "Not yet"),
                            ("not_needed", "Not needed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="checklist.checklistitem",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="OtherView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="how you see it")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="views",
                        to="checklist.checklistitem",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddIndex(
            model_name="checklistitem",
            index=models.Index(fields=["project", "stage"], name="items_of_a_stage"),
        ),
        migrations.AddConstraint(
            model_name="checklistitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("note", ""), ("value", "not_needed"), _negated=True),
                name="not_needed_says_why",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="answered_hand",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.hand",
            ),
        ),
        migrations.AddField(
            model_name="checklistitem",
            name="note_hand",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.hand",
            ),
        ),
        migrations.AddField(
            model_name="givenanswer",
            name="hand",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.hand",
            ),
        ),
        migrations.AddField(
            model_name="otherview",
            name="hand",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.hand",
            ),
        ),
        migrations.AddField(
            model_name="otherview",
            name="is_groups",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="otherview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_groups", False)),
                fields=("item", "by"),
                name="one_view_for_each_member",
            ),
        ),
        migrations.AddConstraint(
            model_name="otherview",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_groups", True)),
                fields=("item", "hand"),
                name="one_view_for_each_group",
            ),
        ),
    ]
