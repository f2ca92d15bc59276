/** The log as a CSV file: its name and the headings of its columns. */
export const auditFileText = {
  'audit.file-name': 'Audit log',
  'audit.file-number': 'Entry',
  'audit.file-date': 'Business date',
  'audit.file-time': 'Time',
  'audit.file-person': 'Person',
  'audit.file-by': 'Done by',
  'audit.file-action': 'Action',
  'audit.file-call': 'Call',
  'audit.file-result': 'Result',
  'audit.file-done': 'done',
  'audit.file-approved-by': 'Approved by',
  'audit.file-subject': 'Subject',
} as const;
