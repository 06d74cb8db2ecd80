import messages from './es-MX.json' with { type: 'json' }
import { textOr } from './index.ts'

/** Acts under which somebody reads data of a persona, as `captura.lecturas` tells them. */
const LECTURAS = ['identidad.leida', 'identidad.exportada', 'consentimiento.formato_leido', 'derechos.acceso_leido', 'identidad.codificada']

describe('the messages of the consola', () => {
  it('have no key with a dot: a message is found by a path of dots, and such a key would show raw', () => {
    expect(keysOf(messages).filter((key) => key.includes('.'))).toEqual([])
  })

  it('name in words each act by which identity data are read', () => {
    expect(LECTURAS.filter((acto) => textOr(`lecturas.actos.${acto.replace('.', '_')}`, acto) === acto)).toEqual([])
  })
})

function keysOf(node: object): string[] {
  return Object.entries(node).flatMap(([key, value]) => [
    key,
    ...(typeof value === 'object' && value !== null ? keysOf(value as object) : []),
  ])
}
