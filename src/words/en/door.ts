/** What the door says before any deed is done. */
export const door = {
  title: 'Rights Desk',
  close: 'Close',
  working: 'One moment…',
  done: 'Done. You can close this window.',
  'unknown-deed':
    'This button is from an older version and does nothing any more. Open the request again with /rights.',
  replayed: 'This came to me twice. I did it once; nothing more has happened.',
  'stamp-ahead':
    'This carries a time that lies ahead of mine, so I did not take it. Try again; if it stays so, tell whoever runs me to set the clock.',
  restarted:
    'I was just being started again and cannot tell whether I have had this before. Nothing has happened: please do it once more.',
  stranger: 'Only members of our own workspace can do this. Nothing has happened.',
  'foreign-token':
    'I did not make this button, or it was changed on the way. Nothing has happened.',
  'not-yours': 'This window was opened for somebody else. Open your own from the card.',
  failed:
    'Something went wrong on my side; nothing was lost. Try again, and if it stays so, tell whoever runs me.',
} as const
