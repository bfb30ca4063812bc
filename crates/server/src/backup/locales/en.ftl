# Mail to the operator when backups fail

alarm-backup-subject = { $site }: no good backup
alarm-backup-body =
    The instance { $site } has no good backup of late.
    Last good backup: { $last }
    Reason of the last failure: { $reason }
    Directory: { $directory }
    On the machine, run "infitah doctor": it says what is not well.
