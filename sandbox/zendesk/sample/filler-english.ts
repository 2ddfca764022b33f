import type { Topic } from './filler.ts'

/** What English-speaking customers write about. */
export const english: readonly Topic[] = [
  {
    tag: 'delivery',
    subjects: ['Where is order {order}?', 'Parcel stuck since Tuesday', 'Delivery of {order}'],
    asks: [
      'Hi,\n\nthe tracking page for {order} has not moved for four days. Could you find out where my parcel is?\n\nThanks,\n{name}',
      'Hello, my {item} was meant to arrive on Monday. We leave for the Highlands on Friday, so I am getting nervous.\n\n{name}',
    ],
    answers: [
      'Hello {name},\n\nI rang the carrier: the parcel sat at the depot over the holiday and goes out tomorrow before noon.\n\n{agent}',
      'Hi {name}, it was sorted to the wrong hub. I have sent a second {item} by express, keep whichever comes first.\n\n{agent}',
    ],
    ends: ['Arrived this morning, thank you!', 'Got it. That was quick in the end.\n{name}'],
  },
  {
    tag: 'return',
    subjects: ['Return of {item}', 'Wrong size, {order}', 'Exchange for a larger size'],
    asks: [
      'Hello,\n\nthe {item} is lovely but a size too small. How do I exchange it? Order {order}.\n\n{name}',
      'Hi there, I would like to return the {item} from {order}, unused and in its box.\n\nBest,\n{name}',
    ],
    answers: [
      'Hi {name},\n\nno problem at all. The label is in your account, any parcel shop takes it.\n\n{agent}',
      'Hello {name}, the exchange is booked, the larger {item} leaves today.\n\n{agent}',
    ],
    ends: ['Dropped it off today. Cheers!', 'Perfect fit now, thanks {agent}.'],
  },
  {
    tag: 'warranty',
    subjects: ['Zip of my {item} came off', 'Seam failed on {item}', 'Warranty question, {order}'],
    asks: [
      'Hi,\n\nthe main zip of my {item} came off its track on the third day out. Is that covered? Bought under {order}.\n\n{name}',
      'Hello, a seam of the {item} has opened along the shoulder. I have used it for one season.\n\n{name}',
    ],
    answers: [
      'Hello {name},\n\nit is. Send it to our workshop and we will put in a new zip, about two weeks.\n\n{agent}',
      'Hi {name}, sorry to hear it. We repair seams for life, the form is attached to your account.\n\n{agent}',
    ],
    ends: ['It is back and good as new.', 'Thanks, posted it yesterday.\n{name}'],
  },
  {
    tag: 'advice',
    subjects: ['Which tent for winter?', 'Is the {item} warm enough?', 'Choosing boots'],
    asks: [
      'Hello, would the {item} do for a week in Abisko in March? Nights around minus fifteen.\n\n{name}',
      'Hi, I am torn between the {item} and the Rondane for hut tours. What would you take?\n\n{name}',
    ],
    answers: [
      'Hi {name},\n\nwith a liner, yes. Without one I would take the next rating down.\n\n{agent}',
      'Hello {name}, for huts I would take the lighter one, you will thank me on the third climb.\n\n{agent}',
    ],
    ends: ['Good advice, ordered.', 'Thank you, that helps a lot.'],
  },
  {
    tag: 'invoice',
    subjects: ['Invoice for {order}', 'VAT number on invoice', 'Charged twice?'],
    asks: [
      'Hi, could you send me an invoice for {order} with our company on it?\n\nRegards,\n{name}',
      'Hello,\n\nmy card shows two charges for {order}. Is one of them a reservation?\n\n{name}',
    ],
    answers: [
      'Hello {name}, the invoice is in your account under Orders.\n\n{agent}',
      'Hi {name},\n\none is a reservation that your bank lets go within five days. You were charged once.\n\n{agent}',
    ],
    ends: ['Found it, thanks.', 'It has vanished from the statement, all good.'],
  },
  {
    tag: 'account',
    subjects: ['Cannot sign in', 'Newsletter settings', 'Change of delivery address'],
    asks: [
      'Hi, the reset link says it has expired, even when I open it at once.\n\n{name}',
      'Hello, please change the delivery address of {order} to the office, if it has not left yet.\n\n{name}',
    ],
    answers: [
      'Hello {name}, please try again in a private window, an old session was in the way.\n\n{agent}',
      'Hi {name}, done, it goes to the office.\n\n{agent}',
    ],
    ends: ['That worked.', 'Great, thanks {agent}.'],
  },
]
