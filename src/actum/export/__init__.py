"""What Actum knows, in the forms that others read: one file a form."""
