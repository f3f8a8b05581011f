from __future__ import annotations

import pytest

from releve.plugin.history.secrets import has_secret, without_secrets


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("PG:host=db user=bob password=hunter2 table=a", "PG:host=db user=bob password=••• table=a"),
        ("dbname='a' password='hun ter2' key='id'", "dbname='a' password=••• key='id'"),
        ("https://me:hunter2@host/a.tif", "https://me:•••@host/a.tif"),
        ("/vsicurl/https://host/a.tif?token=hunter2&x=1", "/vsicurl/https://host/a.tif?token=•••&x=1"),
        ("https://host/a?X-Amz-Signature=hunter2", "https://host/a?X-Amz-Signature=•••"),
        ("Authorization: Bearer hunter2", "Authorization: Bearer •••"),
    ],
)
def test_what_could_be_a_password_is_not_kept(text, kept):
    assert without_secrets({"a": [text]}) == {"a": [kept]}
    assert has_secret({"a": [without_secrets(text)]})


@pytest.mark.parametrize(
    "text",
    ["/data/my password.tif", "C:\\data\\a.tif", "authcfg=abc1234", "a=1", "https://host:8080/a", 3, None],
)
def test_what_is_no_secret_stays(text):
    assert without_secrets(text) == text
    assert not has_secret(text)
