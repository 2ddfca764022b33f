import type { Words } from '../en/index.ts'

/** Why a request stands still. */
export const halt: Words['halt'] = {
  stopped: 'Arrêtée par un membre.',
  'legal-hold': 'Une conservation légale porte sur un élément du plan. Plus rien n’est envoyé.',
  credentials:
    'Zendesk n’accepte plus nos identifiants. Renouvelez-les et relancez la demande\u202f; rien n’est perdu.',
  'unreadable-answer':
    'Zendesk a répondu d’une façon illisible. Plus rien n’est envoyé avant qu’on ait regardé.',
  'vault-altered':
    'Le coffre ne contient pas ce qui a été approuvé. Rien n’est envoyé. Restaurez le dossier.',
  'job-stuck':
    'Une tâche de Zendesk ne se termine pas. Relancez la demande pour regarder de nouveau.',
  'outcome-unknown':
    'On ne peut pas encore savoir ce qu’un appel a fait. Relancez la demande pour regarder de nouveau.',
  'not-getting-through':
    'Le même appel a échoué plusieurs fois. Quelqu’un doit regarder le compte.',
  rehearsal:
    'Ce service ne fait que répéter\u00a0: rien n’est écrit dans Zendesk. Mettez REHEARSAL=off, redémarrez et relancez la demande.',
  'register-incomplete':
    'Le registre des finalités de la politique ne dit rien d’une partie de ce qui est détenu\u00a0: complétez `register` dans la politique (article 15, paragraphe 1, du RGPD), puis laissez la demande continuer.',
  'staff-needs-admin':
    'Parmi les personnes figure un membre de l’équipe. Seuls les identifiants d’un administrateur permettent de le supprimer, et les nôtres n’en sont pas\u00a0: donnez au service ceux d’un administrateur, puis relancez la demande. Le propriétaire du compte ne peut jamais être supprimé\u00a0: transférez d’abord la propriété.',
  'zendesk-refused':
    'Zendesk a refusé un appel dont la demande ne peut se passer. Quelqu’un doit regarder le compte, puis relancer la demande.',
  'zendesk-403':
    'Zendesk n’autorise pas nos identifiants à lire ce dont la demande ne peut se passer. Vérifiez leur rôle et leurs portées (read write), puis relancez la demande\u202f; rien n’est perdu.',
  'unused-link':
    'La personne n’a pas encore retiré un dossier prêt pour elle. L’effacer ferme son lien. Relancez la demande si elle doit être effacée malgré tout.',
  'person-erased':
    'La personne a été effacée entre-temps\u00a0: le dossier et ses liens n’existent plus. Mettez fin à cette demande.',
  'no-public-address':
    'Ce service n’a pas d’adresse qu’une personne puisse atteindre\u00a0: définissez PUBLIC_URL, redémarrez et relancez la demande.',
  'no-flow': 'Cette version ne sait pas encore traiter ce droit.',
}
