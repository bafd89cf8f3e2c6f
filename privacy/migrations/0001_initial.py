import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        ("projects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Destroyed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed_projects", "Closed projects"),
                            ("people", "People who are in no project"),
                            ("another_way", "Requests for another way"),
                            ("invitations", "Invitations nobody answered"),
                            ("private_reads", "Notes of who looked at private things"),
                            ("destroyed", "The list of what was destroyed"),
                            ("messages", "The words of messages that were sent"),
                            ("sessions", "Ended sign-ins"),
                            ("codes", "Used and old codes"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("pressed", "Looked at, then destroyed"),
                            ("asked", "The person asked in writing"),
                            ("self", "The person did it"),
                            ("by_itself", "By itself"),
                        ],
                        max_length=9,
                    ),
                ),
                ("how_many", models.PositiveIntegerField()),
                ("rows", models.JSONField(default=dict)),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="where the letter is kept"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="destroyed",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("privacy", "Privacy"),
                            ("cookies", "Cookies"),
                            ("accessibility", "Accessibility"),
                            ("complaints", "Complaints"),
                        ],
                        max_length=13,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField(verbose_name="words")),
                ("easy", models.TextField(blank=True, verbose_name="easy read words")),
                ("published_on", models.DateField(default=django.utils.timezone.localdate)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "statement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="privacy.statement",
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="LegalHold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("why", models.TextField(verbose_name="why")),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="accounts.organisation",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="holds",
                        to="projects.project",
                    ),
                ),
            ],
            options={
                "ordering": ["-since", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("person__isnull", False), ("project", None)),
                            models.Q(("person", None), ("project__isnull", False)),
                            _connector="OR",
                        ),
                        name="holds_a_project_or_a_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RetentionClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("closed_projects", "Closed projects"),
                            ("people", "People who are in no project"),
                            ("another_way", "Requests for another way"),
                            ("invitations", "Invitations nobody answered"),
                            ("private_reads", "Notes of who looked at private things"),
                            ("destroyed", "The list of what was destroyed"),
                            ("messages", "The words of messages that were sent"),
                            ("sessions", "Ended sign-ins"),
                            ("codes", "Used and old codes"),
                        ],
                        max_length=15,
                    ),
                ),
                ("months", models.PositiveSmallIntegerField(verbose_name="months")),
                ("basis", models.TextField(verbose_name="why")),
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
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="retention",
                        to="accounts.organisation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("organisation", "kind"), name="one_time_for_a_kind"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("organisation", "kind", "number"), name="one_statement_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                fields=("person", "statement"), name="agreed_to_it_once"
            ),
        ),
        migrations.AlterField(
            model_name="destroyed",
            name="kind",
            field=models.CharField(
                choices=[
                    ("closed_projects", "Closed projects"),
                    ("people", "People who are in no project"),
                    ("another_way", "Requests for another way"),
                    ("invitations", "Invitations nobody answered"),
                    ("join_requests", "Requests to join nobody answered"),
                    ("private_reads", "Notes of who looked at private things"),
                    ("destroyed", "The list of what was destroyed"),
                    ("messages", "The words of messages that were sent"),
                    ("sessions", "Ended sign-ins"),
                    ("codes", "Used and old codes"),
                ],
                max_length=15,
            ),
        ),
        migrations.AlterField(
            model_name="retentionclass",
            name="kind",
            field=models.CharField(
                choices=[
                    ("closed_projects", "Closed projects"),
                    ("people", "People who are in no project"),
                    ("another_way", "Requests for another way"),
                    ("invitations", "Invitations nobody answered"),
                    ("join_requests", "Requests to join nobody answered"),
                    ("private_reads", "Notes of who looked at private things"),
                    ("destroyed", "The list of what was destroyed"),
                    ("messages", "The words of messages that were sent"),
                    ("sessions", "Ended sign-ins"),
                    ("codes", "Used and old codes"),
                ],
                max_length=15,
            ),
        ),
    ]
