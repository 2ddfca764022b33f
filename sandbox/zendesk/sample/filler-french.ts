import type { Topic } from './filler.ts'

/** Ce que les clients francophones demandent. */
export const french: readonly Topic[] = [
  {
    tag: 'livraison',
    subjects: ['Où en est la commande {order} ?', 'Colis bloqué', 'Livraison de {order}'],
    asks: [
      'Bonjour,\n\nle suivi de {order} ne bouge plus depuis quatre jours. Pouvez-vous vous renseigner ?\n\nMerci,\n{name}',
      'Bonjour, mon {item} devait arriver lundi et nous partons vendredi dans le Queyras. Une idée ?\n\n{name}',
    ],
    answers: [
      'Bonjour {name},\n\nle colis était resté au dépôt pendant le pont, il repart demain matin.\n\n{agent}',
      'Bonjour {name}, il a été mal trié. Un second {item} part en express, gardez le premier arrivé.\n\n{agent}',
    ],
    ends: ['Bien reçu ce matin, merci !', 'Reçu. Finalement c’était rapide.\n{name}'],
  },
  {
    tag: 'retour',
    subjects: ['Retour {item}', 'Mauvaise taille, {order}', 'Échange contre une taille au-dessus'],
    asks: [
      'Bonjour,\n\nle {item} est très beau mais une taille trop petit. Comment l’échanger ? Commande {order}.\n\n{name}',
      'Bonjour, je souhaite renvoyer le {item} de la commande {order}, jamais porté, dans sa boîte.\n\nCordialement,\n{name}',
    ],
    answers: [
      'Bonjour {name},\n\naucun souci, l’étiquette est dans votre espace client.\n\n{agent}',
      'Bonjour {name}, l’échange est enregistré, le nouveau {item} part aujourd’hui.\n\n{agent}',
    ],
    ends: ['Déposé ce midi, merci.', 'La taille est parfaite, merci {agent}.'],
  },
  {
    tag: 'garantie',
    subjects: ['Fermeture du {item}', 'Couture défaite, {item}', 'Question de garantie, {order}'],
    asks: [
      'Bonjour,\n\nla fermeture de mon {item} est sortie de son rail au troisième jour. Est-ce couvert ? Commande {order}.\n\n{name}',
      'Bonjour, une couture du {item} s’est ouverte à l’épaule après une saison.\n\n{name}',
    ],
    answers: [
      'Bonjour {name},\n\noui. Envoyez-le à notre atelier, comptez deux semaines.\n\n{agent}',
      'Bonjour {name}, désolée. Nous réparons les coutures à vie, le formulaire est dans votre espace.\n\n{agent}',
    ],
    ends: ['Revenu comme neuf.', 'Envoyé hier, merci.\n{name}'],
  },
  {
    tag: 'conseil',
    subjects: [
      'Quelle tente pour l’hiver ?',
      'Le {item} est-il assez chaud ?',
      'Choix de chaussures',
    ],
    asks: [
      'Bonjour, le {item} irait-il pour une semaine en raquettes dans le Vercors en février ?\n\n{name}',
      'Bonjour, j’hésite entre le {item} et le Rondane pour des refuges. Que prendriez-vous ?\n\n{name}',
    ],
    answers: [
      'Bonjour {name},\n\navec un drap de sac, oui. Sans, prenez le modèle au-dessus.\n\n{agent}',
      'Bonjour {name}, pour les refuges le plus léger, vous me remercierez au troisième col.\n\n{agent}',
    ],
    ends: ['Bon conseil, commandé.', 'Merci, cela m’aide beaucoup.'],
  },
  {
    tag: 'facture',
    subjects: ['Facture de {order}', 'Débitée deux fois ?', 'Numéro de TVA'],
    asks: [
      'Bonjour, pourriez-vous m’envoyer une facture pour {order} ?\n\nCordialement,\n{name}',
      'Bonjour,\n\nma banque montre deux débits pour {order}. L’un est-il une réservation ?\n\n{name}',
    ],
    answers: [
      'Bonjour {name}, la facture est dans votre espace client, rubrique Commandes.\n\n{agent}',
      'Bonjour {name},\n\nc’est une réservation que votre banque libère sous cinq jours.\n\n{agent}',
    ],
    ends: ['Trouvée, merci.', 'Le second débit a disparu, tout va bien.'],
  },
  {
    tag: 'compte',
    subjects: [
      'Connexion impossible',
      'Réglages de la lettre',
      'Changement d’adresse de livraison',
    ],
    asks: [
      'Bonjour, le lien de réinitialisation se dit expiré même ouvert tout de suite.\n\n{name}',
      'Bonjour, merci de livrer {order} au bureau si ce n’est pas encore parti.\n\n{name}',
    ],
    answers: [
      'Bonjour {name}, essayez dans une fenêtre privée, une vieille session gênait.\n\n{agent}',
      'Bonjour {name}, c’est fait, livraison au bureau.\n\n{agent}',
    ],
    ends: ['Ça marche.', 'Parfait, merci {agent}.'],
  },
]
