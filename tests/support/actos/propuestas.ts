import type { Response } from 'supertest'
import { call, linkIn, signIn, type Invitada } from '../acceso.ts'
import type { TestApp } from '../app.ts'

/** Tokens of two people whom the installation vouched for: one proposes accounts, the other confirms them. */
export interface Pareja {
  propone: string
  confirma: string
}

export async function givenPareja(test: TestApp): Promise<Pareja> {
  const propone = (await signIn(test, 'administracion')).token
  return { propone, confirma: (await signIn(test, 'secretaria')).token }
}

export function proponer(test: TestApp, token: string, body: object): Promise<Response> {
  return call(test, '/acceso/propuestas', { method: 'post', token, body: { nombre: 'Rosalba Quintanar', ...body } })
}

export function decidir(test: TestApp, token: string, path: string, body?: object): Promise<Response> {
  return call(test, `/acceso/propuestas/${path}`, { method: 'post', token, ...(body ? { body } : {}) })
}

/** Proposes and confirms; gives the refusal of whichever came first, else the answer to the second. */
export async function invitar(test: TestApp, { propone, confirma }: Pareja, body: object): Promise<Response> {
  const proposed = await proponer(test, propone, body)
  return proposed.status === 201 ? decidir(test, confirma, `${idOf(proposed)}/confirmar`) : proposed
}

/** The invitation of the newest message. */
export async function givenInvitada(
  test: TestApp,
  pareja: Pareja,
  { correo, ...body }: { correo: string; rol: string },
): Promise<Invitada> {
  const before = await sent(test, correo)
  const answer = await invitar(test, pareja, { correo, ...body })
  if (answer.status !== 200) throw new Error(`the invitation was not sent: ${answer.text}`)
  const { codigo } = answer.body as { codigo: string | null }
  return { enlace: await linkIn(test, correo, before + 1), ...(codigo === null ? {} : { codigoActivacion: codigo }) }
}

export function aceptar(test: TestApp, { enlace, codigoActivacion }: Invitada, body: object): Promise<Response> {
  return call(test, `/acceso/invitaciones/${enlace}`, {
    method: 'post',
    body: { ...(codigoActivacion ? { codigoActivacion } : {}), ...body },
  })
}

export function idOf(response: Response): string {
  return (response.body as { id: string }).id
}

/** Invitations sent to an address until now, spent or not. */
async function sent({ owner }: TestApp, correo: string): Promise<number> {
  const [row] = (await owner.query(
    `select count(*)::int as n from acceso.enlace e join acceso.cuenta c on c.id = e.cuenta_id where c.correo = $1`,
    [correo],
  )) as { n: number }[]
  return row?.n ?? 0
}
