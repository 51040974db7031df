import { describe, expect, it } from 'vitest'
import { failure } from '@/testing/samples'
import { call, CallError, failureOf, installHost } from './call'
import { fakeHost, type Answers } from './fake'

const REQUEST = {
  filter: { person: null, kinds: [], object: null, from: null, to: null, text: null },
  before: 7,
  limit: 5,
}

async function refusalOf(answers: Answers): Promise<CallError> {
  installHost(fakeHost(answers))
  return call('console_view', null).then(
    () => {
      throw new Error('the call should have been refused')
    },
    (thrown: CallError) => thrown,
  )
}

function throwing(thrown: unknown): Answers {
  return {
    console_view: () => {
      throw thrown
    },
  }
}

describe('call', () => {
  it('hands over the request and the answer unchanged', async () => {
    const answer = { entries: [], total: 0, head: null }
    const host = fakeHost({ trail_view: answer })
    installHost(host)
    expect(await call('trail_view', REQUEST), 'the answer is the program’s own').toEqual(answer)
    expect(host.requests('trail_view'), 'the request travels as given').toEqual([REQUEST])
  })

  it('keeps a failure of the program word for word', async () => {
    const refusal = await refusalOf(throwing(failure()))
    expect(refusal, 'callers can rely on the type').toBeInstanceOf(CallError)
    expect(refusal.failure, 'wording comes from the program and is not touched').toEqual(failure())
    expect(refusal.message, 'logs show the message as well').toBe(failure().message)
  })

  it.each([
    ['an Error', new Error('boom'), 'boom'],
    ['a text', 'no such command', 'no such command'],
    ['half a failure', { code: 'x', message: 'y' }, '"code":"x"'],
    ['nothing at all', undefined, 'undefined'],
  ])('turns %s into an internal failure with the text as detail only', async (_, thrown, trace) => {
    const { failure: wrapped } = await refusalOf(throwing(thrown))
    expect(wrapped.code, 'nothing else may claim to be a known error').toBe('internal')
    expect(wrapped.detail, 'what was thrown can be copied and sent on').toContain(trace)
    expect(wrapped.message, 'a foreign text never becomes a message to people').not.toContain(trace)
  })

  it('survives a thrown thing that cannot be written down', () => {
    const circle: { self?: unknown } = {}
    circle.self = circle
    expect(failureOf(circle).code, 'reporting an error must not raise another').toBe('internal')
  })
})
