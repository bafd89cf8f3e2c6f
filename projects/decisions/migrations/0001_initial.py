import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import ui.dates


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("projects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("question", models.CharField(max_length=300, verbose_name="the question")),
                (
                    "stage",
                    models.CharField(
                        blank=True,
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
                        verbose_name="stage",
                    ),
                ),
                ("options", models.TextField(blank=True, verbose_name="what we could have chosen")),
                (
                    "lived_said",
                    models.TextField(
                        blank=True, verbose_name="what people who use services and carers said"
                    ),
                ),
                ("staff_said", models.TextField(blank=True, verbose_name="what staff said")),
                ("decision", models.TextField(verbose_name="what was decided")),
                ("reason", models.TextField(blank=True, verbose_name="why")),
                (
                    "by_whom",
                    models.CharField(blank=True, max_length=200, verbose_name="who decided"),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True,
                        choices=[("inside", "This team"), ("outside", "Someone outside this team")],
                        max_length=7,
                        verbose_name="where it was decided",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("L-1", "We tell you"),
                            ("L-2", "We ask you"),
                            ("L-3", "We talk it through"),
                            ("L-4", "We design it together"),
                            ("L-5", "We decide and do it together"),
                        ],
                        max_length=3,
                        verbose_name="how much say people had",
                    ),
                ),
                (
                    "dissent",
                    models.TextField(blank=True, verbose_name="who did not agree, and why"),
                ),
                (
                    "decided",
                    models.CharField(
                        blank=True,
                        max_length=24,
                        validators=[ui.dates.check_partial_date],
                        verbose_name="when",
                    ),
                ),
                (
                    "review_on",
                    models.DateField(blank=True, null=True, verbose_name="look at it again on"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed", "Agreed"),
                            ("replaced", "Replaced"),
                        ],
                        default="proposed",
                        max_length=8,
                    ),
                ),
                (
                    "sharing",
                    models.CharField(
                        choices=[
                            ("private", "Only the person and named support staff"),
                            ("team", "The project team"),
                            ("public", "Anyone, once the team has checked it"),
                        ],
                        default="team",
                        max_length=10,
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="projects.project",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replaces",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="decisions.decision",
                    ),
                ),
            ],
            options={
                "ordering": ["-decided", "-pk"],
                "indexes": [models.Index(fields=["project", "status"], name="decisions_by_status")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("decision", ""), _negated=True),
                        name="a_decision_says_what",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="decision",
            name="hand",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.hand",
            ),
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
                ("is_groups", models.BooleanField(default=False)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("note", models.TextField(verbose_name="how you see it")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="views",
                        to="decisions.decision",
                    ),
                ),
                (
                    "hand",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="projects.hand",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_groups", False)),
                        fields=("decision", "by"),
                        name="one_dissent_for_each_member",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_groups", True)),
                        fields=("decision", "hand"),
                        name="one_dissent_for_each_group",
                    ),
                ],
            },
        ),
    ]
