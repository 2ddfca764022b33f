/** Pieces of text that, repeated, drive a careless matcher to the square of their length. */
export const adversaries: Readonly<Record<string, string>> = {
  digits: '0612345',
  'digits and spaces': '06 12 34 ',
  'half a name': 'Camille ',
  'glued addresses': 'camille.lefevre@example.com',
  hits: 'camille.lefevre@example.com 0612345678 ',
  'glued to hits': '0612345678camille.lefevre@example.com ',
  labels: 'camille.lefevre+',
  'opening tags': '<a title="',
  brackets: '<',
  ampersands: '&',
  accents: '\u0301',
  tags: '<b>Camille</b>',
}
