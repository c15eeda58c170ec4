import type { Hear, Session, Standing, StatementAnswer } from '../../../database/session.ts'

/** What is sent ahead of its answers: enough to hide the way there, few enough to bound memory. */
const mostMessages = 1024
const mostCharacters = 1 << 20

/** One message to the server, and what its answer must show for those behind it to be worth sending. */
export interface Message<Owner> {
  /** Whose turn it belongs to. */
  owner: Owner
  part: 'opening' | 'statement' | 'record'
  text: string
  /** It is sent only when everything before it has been answered. */
  waits: boolean
  leaves: Standing
}

/** A message that was sent. */
interface Sent<Owner> {
  message: Message<Owner>
  /** Rejects with DatabaseError; also for what the server refused because of a failure before it. */
  answer: Promise<StatementAnswer>
}

export interface Pipeline<Owner> {
  /** The next message in order; undefined when no more are sent, after the last, a failure or a signal. */
  next(): Sent<Owner> | undefined
  /** Nothing is left to be read, and nothing more is sent. */
  isDry(): boolean
  /** Sends nothing more. */
  stop(): void
  /** Whose message was sent last. */
  reached(): Owner | undefined
}

/**
 * Sends messages ahead of their answers, within bounds. Nothing more is sent once an answer is not what its message
 * says it must be, or the signal came. Take the answers in order: await one before asking for the next. `allSent` is
 * called once, when the last message is on its way.
 */
export function openPipeline<Owner>(
  session: Session,
  messages: Iterator<Message<Owner>>,
  hear: (owner: Owner) => Hear,
  signal: AbortSignal,
  allSent: () => void,
): Pipeline<Owner> {
  const taken: Sent<Owner>[] = []
  let messagesOut = 0
  let charactersOut = 0
  let stopped = false
  let reached: Owner | undefined
  let upcoming = messages.next()

  const mayGo = ({ waits, text }: Message<Owner>): boolean =>
    messagesOut === 0 ||
    (!waits && messagesOut < mostMessages && charactersOut + text.length <= mostCharacters)

  const settle = ({ text }: Message<Owner>, good: boolean): void => {
    messagesOut--
    charactersOut -= text.length
    stopped ||= !good
    // Half of it at a time: many messages in one write.
    if (messagesOut <= mostMessages / 2) sendMore()
  }
  const sendMore = (): void => {
    while (!stopped && !signal.aborted && upcoming.done !== true && mayGo(upcoming.value)) {
      const message = upcoming.value
      const { owner, part, text, leaves } = message
      messagesOut++
      charactersOut += text.length
      reached = owner
      const answer =
        part === 'statement' ? session.execute(text, hear(owner)) : session.run(text, hear(owner))
      answer.then(
        ({ standing }) => settle(message, standing === leaves),
        () => settle(message, false),
      )
      taken.push({ message, answer })
      upcoming = messages.next()
      if (upcoming.done === true) allSent()
    }
  }
  sendMore()
  return {
    next: () => taken.shift(),
    isDry: () => taken.length === 0,
    stop: () => {
      stopped = true
    },
    reached: () => reached,
  }
}
