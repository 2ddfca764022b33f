import type { Words } from '../en/index.ts'

/** What the door says before any deed is done. */
export const door: Words['door'] = {
  title: 'Rights Desk',
  close: 'Fermer',
  working: 'Un instant…',
  done: 'C’est fait. Vous pouvez fermer cette fenêtre.',
  'unknown-deed':
    'Ce bouton vient d’une ancienne version et n’a plus d’effet. Rouvrez la demande avec /rights.',
  replayed: 'J’ai reçu ceci deux fois. Je l’ai fait une fois\u00a0; rien d’autre ne s’est passé.',
  'stamp-ahead':
    'Ceci porte une heure en avance sur la mienne, je ne l’ai donc pas pris. Réessayez\u00a0; si cela persiste, demandez à qui m’exploite de régler l’horloge.',
  restarted:
    'Je viens d’être redémarré et ne sais pas si je l’ai déjà reçu. Rien ne s’est passé\u00a0: refaites-le, s’il vous plaît.',
  stranger: 'Seuls les membres de notre propre espace peuvent le faire. Rien ne s’est passé.',
  'foreign-token': 'Ce bouton n’est pas de moi, ou il a été modifié en route. Rien ne s’est passé.',
  'not-yours':
    'Cette fenêtre a été ouverte pour quelqu’un d’autre. Ouvrez la vôtre depuis la carte.',
  failed:
    'Quelque chose n’a pas marché de mon côté\u00a0; rien n’est perdu. Réessayez, et si cela persiste, prévenez qui m’exploite.',
}
