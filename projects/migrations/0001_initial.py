import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

import ui.dates


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("stages", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="title")),
                ("idea", models.TextField(blank=True, verbose_name="the idea")),
                ("problem", models.TextField(blank=True, verbose_name="the problem")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("person", "A person"),
                            ("team", "A team"),
                            ("policy", "A policy or a new rule"),
                            ("service_change", "A change in a service"),
                            ("money", "Money"),
                        ],
                        max_length=14,
                        verbose_name="where the idea came from",
                    ),
                ),
                (
                    "origin_note",
                    models.TextField(blank=True, verbose_name="more about where it came from"),
                ),
                ("affected", models.TextField(blank=True, verbose_name="who this could affect")),
                (
                    "already_decided",
                    models.TextField(blank=True, verbose_name="what is already decided"),
                ),
                ("service", models.CharField(blank=True, max_length=120, verbose_name="service")),
                ("contact", models.TextField(blank=True, verbose_name="how to get in touch")),
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
                            ("checking-the-impact", "Checking the Impact"),
                        ],
                        default="big-idea",
                        max_length=30,
                        verbose_name="step",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("paused", "Paused"),
                            ("stopped", "Stopped"),
                            ("not_collaborative", "Not collaborative after all"),
                            ("complete", "Complete"),
                        ],
                        default="active",
                        max_length=17,
                        verbose_name="status",
                    ),
                ),
                ("status_because", models.TextField(blank=True)),
                (
                    "review_on",
                    models.DateField(
                        blank=True, null=True, verbose_name="look at this project again on"
                    ),
                ),
                ("is_published", models.BooleanField(default=False)),
                ("is_example", models.BooleanField(default=False)),
                ("started_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("version", models.PositiveIntegerField(default=0)),
                ("last_activity_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("partnership_at", models.DateTimeField(blank=True, null=True)),
                ("conversation_at", models.DateTimeField(blank=True, null=True)),
                ("service_users", models.PositiveIntegerField(default=0)),
                ("carers", models.PositiveIntegerField(default=0)),
                ("items_needed", models.PositiveIntegerField(default=0)),
                ("items_done", models.PositiveIntegerField(default=0)),
                ("musts_left_out_bare", models.PositiveIntegerField(default=0)),
                ("decisions_bare", models.PositiveIntegerField(default=0)),
                ("decisions_review_on", models.DateField(blank=True, null=True)),
                (
                    "step_number",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(stage="big-idea", then=1),
                            models.When(stage="decision-time", then=2),
                            models.When(stage="building-the-team", then=3),
                            models.When(stage="understand-whats-around", then=4),
                            models.When(stage="gather-ideas", then=5),
                            models.When(stage="make-the-change", then=6),
                            models.When(stage="checking-the-impact", then=7),
                        ),
                        output_field=models.PositiveSmallIntegerField(),
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="stages.edition",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["title", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("lead", "Lead"),
                            ("participant", "Participant"),
                            ("observer", "Observer"),
                        ],
                        max_length=11,
                        verbose_name="role",
                    ),
                ),
                (
                    "perspective",
                    models.CharField(
                        choices=[
                            ("service_user", "Service user"),
                            ("carer", "Carer"),
                            ("staff", "Staff"),
                            ("partner", "Partner"),
                        ],
                        max_length=12,
                        verbose_name="perspective",
                    ),
                ),
                (
                    "speaks_for",
                    models.CharField(blank=True, max_length=200, verbose_name="who they speak for"),
                ),
                (
                    "name_in_summary",
                    models.BooleanField(
                        default=False, verbose_name="name may stand in the summary"
                    ),
                ),
                (
                    "joined_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="joined"
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="left")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="memberships",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["joined_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                ("name", models.CharField(max_length=300, verbose_name="part of the change")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "Open"), ("partly", "Partly open"), ("fixed", "Fixed")],
                        max_length=6,
                        verbose_name="open or fixed",
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
                        verbose_name="how much say people have",
                    ),
                ),
                (
                    "by_whom",
                    models.CharField(blank=True, max_length=200, verbose_name="who said so"),
                ),
                ("because", models.TextField(blank=True, verbose_name="why")),
                (
                    "look_again_on",
                    models.DateField(blank=True, null=True, verbose_name="look at it again on"),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Move",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0)),
                (
                    "from_stage",
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
                (
                    "to_stage",
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
                ("because", models.TextField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "asked_lived",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.membership",
                    ),
                ),
                (
                    "asked_staff",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="projects.membership",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportedCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("case", models.CharField(max_length=80, unique=True)),
                ("document", models.JSONField()),
                ("imported_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imported_case",
                        to="projects.project",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("what", models.CharField(max_length=100)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("project", "The project"),
                            ("whats_open", "What is open?"),
                            ("checklist", "Checklists"),
                            ("decision", "Decisions"),
                            ("team", "The team"),
                            ("news", "News"),
                        ],
                        max_length=10,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=500)),
                ("url", models.CharField(blank=True, max_length=200)),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "actor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activity",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activity",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "activity",
                "ordering": ["-version"],
            },
        ),
        migrations.CreateModel(
            name="StatusChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("active", "Active"),
                            ("paused", "Paused"),
                            ("stopped", "Stopped"),
                            ("not_collaborative", "Not collaborative after all"),
                            ("complete", "Complete"),
                        ],
                        max_length=17,
                    ),
                ),
                ("because", models.TextField()),
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="status_changes",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="SearchText",
            fields=[
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="projects.project",
                    ),
                ),
                ("text", models.TextField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["text"], name="words_of_projects", opclasses=["gin_trgm_ops"]
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                fields=["organisation", "status", "title", "id"], name="in_title_order"
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                fields=["organisation", "status", "last_activity_at", "id"],
                name="in_activity_order",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                fields=["organisation", "status", "started_at", "id"], name="in_start_order"
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                fields=["organisation", "status", "step_number", "title", "id"],
                name="in_step_order",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(fields=["organisation", "status", "service"], name="by_service"),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("service_users", 0)),
                fields=["organisation", "status", "started_at"],
                name="without_service_users",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("carers", 0)),
                fields=["organisation", "status", "started_at"],
                name="without_carers",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("carers", 0), ("service_users", 0)),
                fields=["organisation", "status", "title", "id"],
                name="without_lived_experience",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("decisions_bare__gt", 0)),
                fields=["organisation", "status", "title", "id"],
                name="with_bare_decisions",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("musts_left_out_bare__gt", 0)),
                fields=["organisation", "status", "title", "id"],
                name="with_bare_musts",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("review_on__isnull", False)),
                fields=["organisation", "status", "review_on"],
                name="by_review",
            ),
        ),
        migrations.AddIndex(
            model_name="project",
            index=models.Index(
                condition=models.Q(("decisions_review_on__isnull", False)),
                fields=["organisation", "status", "decisions_review_on"],
                name="by_decisions_review",
            ),
        ),
        migrations.AddIndex(
            model_name="membership",
            index=models.Index(fields=["user", "left_on", "project"], name="teams_of_a_person"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("left_on__isnull", True)),
                fields=("project", "user"),
                name="in_a_team_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(
                fields=("project", "version"), name="one_line_a_version"
            ),
        ),
        migrations.CreateModel(
            name="PersonalCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("last_used_at", models.DateTimeField(blank=True, null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "membership",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="code",
                        to="projects.membership",
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="membership",
            name="lead_from",
            field=models.CharField(
                blank=True,
                choices=[
                    ("lead", "Lead"),
                    ("participant", "Participant"),
                    ("observer", "Observer"),
                ],
                max_length=11,
            ),
        ),
        migrations.AddField(
            model_name="project",
            name="one_lead_will_do",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="Hand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("help", "With help"), ("record", "Written down")], max_length=6
                    ),
                ),
                ("group", models.CharField(blank=True, max_length=150, verbose_name="the group")),
                ("people", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "met",
                    models.CharField(
                        blank=True, max_length=24, validators=[ui.dates.check_partial_date]
                    ),
                ),
                (
                    "perspective",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("service_user", "Service user"),
                            ("carer", "Carer"),
                            ("staff", "Staff"),
                            ("partner", "Partner"),
                        ],
                        max_length=12,
                    ),
                ),
                ("until", models.DateTimeField()),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hands",
                        to="projects.membership",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hands",
                        to="projects.project",
                    ),
                ),
                (
                    "typed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hands",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.AddField(
            model_name="activity",
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
            name="Support",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("named_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("agreed_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "ended_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "helper",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supports",
                        to="projects.membership",
                    ),
                ),
                (
                    "named_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supports",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.AddField(
            model_name="hand",
            name="support",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="projects.support",
            ),
        ),
        migrations.AddIndex(
            model_name="support",
            index=models.Index(fields=["helper", "ended_at"], name="helps_whom"),
        ),
        migrations.AddConstraint(
            model_name="support",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None), ("helper__isnull", False)),
                fields=("member", "helper"),
                name="helps_someone_once",
            ),
        ),
    ]
