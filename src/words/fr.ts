import type { Words } from './en.ts'

/** The same in French. */
export const fr: Words = {
  refusal: {
    'unknown-request': () => 'Aucune demande ne porte ce numéro.',
    'subject-missing': () =>
      'Dites de qui il s’agit\u00a0: un numéro de ticket, une adresse e-mail, un téléphone, un nom, external:… ou user:…',
    'subject-email': () =>
      'Ce n’est pas une adresse e-mail. Écrivez-la comme nom@example.com, ou donnez le numéro du ticket.',
    'subject-unclear': () =>
      'Je ne comprends pas de qui il s’agit. Donnez un numéro de ticket, une adresse e-mail, un téléphone ou un nom.',
    'subject-number': () =>
      'Ce nombre ne peut pas être un identifiant Zendesk. Vérifiez-le et recommencez.',
    'subject-elsewhere': (host) =>
      `Cette adresse est celle d’un autre compte. Donnez-en une de ${host}, ou le numéro du ticket seul.`,
    'received-unclear': () =>
      'Ce n’est pas une date de réception. Donnez un moment passé, comme 2026-11-20T09:00:00.000Z.',
    'role-missing': (roles) =>
      roles
        ? `Il faut l’un de ces rôles\u00a0: ${roles}.`
        : 'La politique ne vous donne aucun rôle pour cela.',
    'not-a-member': () =>
      'Seuls les membres actifs de cet espace peuvent le faire\u00a0: ni invités, ni robots, ni comptes désactivés.',
    'people-unknown': () =>
      'Je ne peux pas vérifier les rôles en ce moment, donc rien n’est fait. Réessayez dans une minute.',
    'policy-unreadable': () =>
      'Le fichier de politique est illisible, donc rien n’est fait. Corrigez-le (npm run policy -- <fichier> nomme l’erreur) et réessayez.',
    'own-request': () => 'Vous avez ouvert cette demande. Une autre personne doit l’approuver.',
    excluded: () => 'La politique vous exclut de l’approbation.',
    'already-approved': () => 'Vous avez déjà approuvé ce plan. Cela compte une fois.',
    'digest-outdated': () =>
      'Le plan a changé depuis que vous l’avez ouvert. Lisez le nouveau avant de décider.',
    'finds-outdated': () =>
      'Ce qui a été trouvé a changé depuis que vous l’avez regardé. Regardez de nouveau avant de décider.',
    'count-wrong': () =>
      'Ce n’est pas le nombre de tickets qui seront supprimés. Lisez le plan et tapez le nombre qu’il indique.',
    'not-waiting': () => 'On ne demande cela à personne en ce moment.',
    'nobody-found': () =>
      'Personne n’a été trouvé ainsi. Vérifiez l’orthographe, ou ouvrez la demande par numéro de ticket ou adresse e-mail.',
    'not-among-found': () => 'Cet utilisateur n’est pas parmi ceux qui ont été trouvés.',
    'person-is-staff': () =>
      'Cet utilisateur fait partie de l’équipe. Faites-en d’abord un utilisateur final\u202f; le propriétaire du compte doit avant cela céder la propriété (Centre d’administration › Compte › Facturation).',
    'still-undecided': (count) => `${count} attendent encore votre décision.`,
    'reason-missing': () =>
      'Dites pourquoi\u00a0: ce qui reste malgré une trace, et le ticket d’autrui qui part, demandent un motif.',
    'unknown-item': () => 'Cela n’est pas parmi ce qui a été trouvé. Regardez de nouveau la liste.',
    'action-impossible': (why) =>
      `Cela ne peut pas se faire ici (${why}). Choisissez une autre voie.`,
    closed: () => 'Cette demande est terminée.',
    'already-begun': () => 'Le plan est en cours d’exécution. Utilisez d’abord Arrêter.',
    'not-begun': () => 'Rien de cette demande n’a été exécuté\u00a0: annulez-la plutôt.',
    'answer-missing': () =>
      'La personne n’a pas encore reçu de réponse. Remettez-la d’abord, puis terminez la demande.',
    'not-halted': () => 'Cette demande n’est pas arrêtée.',
    'already-halted': () => 'Cette demande est déjà arrêtée.',
  },
  halt: {
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
    'zendesk-refused':
      'Zendesk a refusé un appel dont la demande ne peut se passer. Quelqu’un doit regarder le compte, puis relancer la demande.',
    'no-flow': 'Cette version ne sait pas encore traiter ce droit.',
  },
  step: {
    'find-people': 'Chercher la personne',
    'confirm-people': 'Confirmer qui est la personne',
    'find-traces': 'Chercher chaque trace',
    'decide-traces': 'Décider du sort de chaque trace',
    plan: 'Écrire le plan',
    approve: 'Approuver le plan exact',
    rehearse: 'Répéter sans écrire',
    pause: 'Pause, pendant laquelle Arrêter sauve encore tout',
    tickets: 'Caviarder et supprimer les tickets',
    answer: 'Répondre à la personne',
    'hand-over': 'Remettre la réponse',
    'answer-leaves': 'Laisser partir la réponse',
    'own-ticket': 'Supprimer le ticket de la demande',
    user: 'Supprimer l’utilisateur, puis définitivement',
    prove: 'Prouver le résultat',
    close: 'Clore',
    seal: 'Oublier la personne',
  },
  operation: {
    'comment.redact': 'caviarder des passages d’un commentaire',
    'comment.redact-text': 'caviarder un texte d’un commentaire',
    'ticket.edit': 'retirer la personne de l’objet ou des champs d’un ticket',
    'ticket.delete': 'supprimer un ticket',
    'ticket.purge': 'le supprimer définitivement',
    'ticket.close': 'clore un ticket',
    'suspended.delete': 'supprimer un message suspendu',
    'answer.send': 'répondre à la personne',
    'user.delete': 'supprimer l’utilisateur',
    'user.purge': 'supprimer définitivement l’utilisateur',
  },
  start: {
    credentials:
      'Zendesk ne connaît pas ces identifiants. Vérifiez ZENDESK_CLIENT_ID et ZENDESK_CLIENT_SECRET (Centre d’administration › Applications et intégrations › Clients OAuth) et leurs portées\u00a0: read write.',
    unreachable: 'Zendesk ne répond pas. Vérifiez ZENDESK_URL et le réseau, puis recommencez.',
    unexpected:
      'Zendesk répond, mais pas comme son API. Vérifiez que ZENDESK_URL est bien l’adresse du compte.',
    role: 'Ces identifiants sont ceux d’un utilisateur final. Il faut ceux d’un agent ou d’un administrateur.',
  },
}
