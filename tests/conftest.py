"""What all tests share: how hard hypothesis tries."""

import os

from hypothesis import HealthCheck, settings

# the same inputs in every run; HYPOTHESIS_PROFILE=search looks for new ones, and for long
settings.register_profile(
    "stable", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "stable"))
