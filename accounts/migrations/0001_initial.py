import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "email",
                    models.EmailField(
                        blank=True,
                        max_length=254,
                        null=True,
                        unique=True,
                        verbose_name="e-mail address",
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=80, verbose_name="the name people here call you"),
                ),
                (
                    "wording",
                    models.CharField(
                        choices=[("plain", "Plain wording"), ("easy", "Easy read wording")],
                        default="plain",
                        max_length=5,
                    ),
                ),
                (
                    "text_size",
                    models.CharField(
                        choices=[
                            ("normal", "Normal text"),
                            ("large", "Large text"),
                            ("largest", "Very large text"),
                        ],
                        default="normal",
                        max_length=7,
                    ),
                ),
                (
                    "contrast",
                    models.CharField(
                        choices=[
                            ("normal", "Normal colours"),
                            ("high", "Strong contrast: black, white and yellow"),
                        ],
                        default="normal",
                        max_length=6,
                    ),
                ),
                ("is_active", models.BooleanField(default=True)),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False, verbose_name="may use the administration pages"
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "person",
                "verbose_name_plural": "people",
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True, verbose_name="name")),
                (
                    "colour",
                    models.CharField(
                        default="#00505c",
                        help_text="Shown behind white text, so it has to be dark.",
                        max_length=7,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^#[0-9a-fA-F]{6}$", "Write the colour as #rrggbb."
                            )
                        ],
                        verbose_name="colour",
                    ),
                ),
                (
                    "contact_name",
                    models.CharField(blank=True, max_length=120, verbose_name="who to ask"),
                ),
                (
                    "contact_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail"),
                ),
                (
                    "contact_phone",
                    models.CharField(blank=True, max_length=40, verbose_name="phone"),
                ),
                ("contact_address", models.TextField(blank=True, verbose_name="postal address")),
                (
                    "crisis_help",
                    models.TextField(
                        blank=True,
                        help_text="Stands at the foot of every page.",
                        verbose_name="help if you are upset",
                    ),
                ),
                (
                    "administrators",
                    models.ManyToManyField(
                        blank=True,
                        related_name="administers",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="administrators",
                    ),
                ),
                (
                    "involvement_team",
                    models.ManyToManyField(
                        blank=True,
                        related_name="oversees",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="involvement team",
                    ),
                ),
                (
                    "staff",
                    models.ManyToManyField(
                        blank=True,
                        help_text="They may start a project.",
                        related_name="works_for",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="staff",
                    ),
                ),
            ],
            options={
                "verbose_name": "organisation",
                "ordering": ["name"],
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                django.db.models.functions.text.Lower("email"),
                name="one_person_for_each_address",
                violation_error_message="Someone with this e-mail address is here already.",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="erased_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="user",
            name="how_often",
            field=models.CharField(
                choices=[
                    ("weekly", "Once a week, everything together"),
                    ("at_once", "As it happens"),
                ],
                default="weekly",
                max_length=7,
                verbose_name="how often",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="phone",
            field=models.CharField(blank=True, max_length=40, verbose_name="phone number"),
        ),
        migrations.AddField(
            model_name="user",
            name="post_to",
            field=models.TextField(blank=True, max_length=400, verbose_name="postal address"),
        ),
        migrations.AddField(
            model_name="user",
            name="way",
            field=models.CharField(
                choices=[
                    ("email", "By e-mail"),
                    ("post", "By post"),
                    ("phone", "By phone"),
                    ("none", "Not at all: I look here myself"),
                ],
                default="email",
                max_length=5,
                verbose_name="how we tell you things",
            ),
        ),
        migrations.CreateModel(
            name="PrivateRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=100)),
                ("why", models.CharField(blank=True, max_length=200)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="read_by",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="private_reads",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "indexes": [models.Index(fields=["of", "-at"], name="reads_of_a_person")],
            },
        ),
    ]
