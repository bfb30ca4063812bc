# ⵜⴰⴱⵔⴰⵜ ⵉ ⵓⵎⵙⵡⵓⵔⵉ: ⵓⵔ ⵉⵍⵍⵉ ⵓⵃⴹⵓ

alarm-backup-subject = { $site }: ⵓⵔ ⵉⵍⵍⵉ ⵓⵃⴹⵓ ⵉⵖⵓⴷⴰⵏ
alarm-backup-body =
    ⵓⵔ ⵉⵍⵍⵉ ⵓⵃⴹⵓ ⴰⵎⴰⵢⵏⵓ ⵉⵖⵓⴷⴰⵏ ⵏ { $site }.
    ⴰⵃⴹⵓ ⴰⵏⴳⴳⴰⵔⵓ ⵉⵖⵓⴷⴰⵏ: { $last }
    ⵎⴰⵅ ⵓⵔ ⵉⵙⴽⵉⵔ: { $reason }
    ⴰⴷⵖⴰⵔ: { $directory }
    "infitah doctor"
