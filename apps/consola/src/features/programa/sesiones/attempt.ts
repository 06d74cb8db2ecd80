/** Last content sent: it goes again under the same key, so that a second click is the same act. */
export interface Attempt {
  key: string
  body: string
}

export function keyFor(form: { attempt: Attempt | null }, body: object): string {
  const text = JSON.stringify(body)
  if (form.attempt?.body !== text) form.attempt = { key: crypto.randomUUID(), body: text }
  return form.attempt.key
}
