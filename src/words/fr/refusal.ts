import type { Words } from '../en/index.ts'

/** Why a deed is not done. */
export const refusal: Words['refusal'] = {
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
  'subjects-faulty': (lines) =>
    `Je ne peux pas lire toutes les personnes de cette liste, rien n’a donc été ouvert. Regardez la ligne ${lines}.`,
  'one-person-only': () =>
    'Un export concerne une seule personne\u00a0: ouvrez une demande pour chacune.',
  'subjects-too-many': (most) =>
    `Cela fait trop de personnes pour une seule demande. Donnez-en ${most} au plus.`,
  'view-unknown': () =>
    'Cette vue n’existe pas dans Zendesk, ou elle n’est pas partagée avec l’utilisateur dont j’ai les accès.',
  'view-empty': () =>
    'Il n’y a aucun ticket dans cette vue en ce moment, il ne s’agit donc de personne.',
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
  'less-of-many': () =>
    'Un plan qui concerne plusieurs personnes s’approuve en entier. Renvoyez-le, en disant ce qu’il faut en retirer.',
  'not-waiting': () => 'On ne demande cela à personne en ce moment.',
  'nobody-found': () =>
    'Personne n’a été trouvé ainsi. Vérifiez l’orthographe, ou ouvrez la demande par numéro de ticket ou adresse e-mail.',
  'not-among-found': () => 'Cet utilisateur n’est pas parmi ceux qui ont été trouvés.',
  'person-is-staff': () =>
    'Cet utilisateur fait partie de l’équipe, et seul un administrateur peut supprimer un membre de l’équipe. Faites-en d’abord un utilisateur final (Centre d’administration › Personnes), ou donnez-moi les accès d’un administrateur.',
  'person-is-admin': () =>
    'Cet utilisateur est administrateur, et peut-être le propriétaire du compte, que personne ne peut supprimer\u00a0: Zendesk ne dit pas qui l’est. Le propriétaire doit d’abord céder la propriété (Centre d’administration › Compte › Facturation). Faites de cet utilisateur un agent (Centre d’administration › Personnes), puis confirmez à nouveau.',
  'person-is-ourselves': () =>
    'C’est avec les accès de cet utilisateur que je me connecte à Zendesk. Donnez-moi d’abord ceux d’un autre, sinon je perdrais tout accès.',
  'term-unclear': () =>
    'L’un des termes à chercher est trop court ou trop long. Donnez de 2 à 320 caractères pour chacun.',
  'still-undecided': (count) =>
    `Reste à décider\u00a0: ${count}. Cliquez sur Décider, à côté de chaque groupe douteux.`,
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
  'call-under-way': () =>
    'Un appel est encore en cours. Attendez que la carte dise qu’il est terminé, puis réessayez.',
  'nothing-to-restore': () =>
    'Rien de cette demande n’est dans la corbeille de Zendesk\u00a0: il n’y a rien à reprendre.',
  paused: () =>
    'Le service est en pause\u00a0: rien n’est envoyé à Zendesk tant que personne ne tape /rights resume.',
  'already-halted': () => 'Cette demande est déjà arrêtée.',
  'already-paused': () => 'Le service est déjà en pause. Rien n’est envoyé à Zendesk.',
  'not-paused': () => 'Le service n’est pas en pause.',
}
