import type { Words } from '../en/index.ts'

/** The steps of a flow. */
export const step: Words['step'] = {
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
  'tickets-close': 'Attendre que les tickets ouverts de la personne soient clos',
  user: 'Supprimer l’utilisateur, puis définitivement',
  collect: 'Lire ce qui est remis',
  bundle: 'Constituer le dossier',
  delivery: 'Créer les liens',
  links: 'Attendre la fin du dernier lien',
  prove: 'Prouver le résultat',
  close: 'Clore',
  seal: 'Oublier la personne',
}

/** The effects that a plan can have. */
export const operation: Words['operation'] = {
  'ticket.tag': 'poser le marqueur que les règles excluent',
  'recording.delete': 'supprimer l’enregistrement d’un appel',
  'attachment.redact': 'vider un fichier d’un commentaire',
  'chat.redact': 'caviarder des passages d’un message de chat',
  'chat-file.redact': 'vider un fichier d’un chat',
  'identity.delete': 'supprimer une adresse ou un numéro de l’utilisateur',
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
  'link.make': 'créer un lien vers le dossier',
}
