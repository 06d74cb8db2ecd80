import { readConfig } from '../config.ts'
import { faltantes, faltantesLines } from './primer-inicio.ts'

const base = { ...readConfig(), modo: 'produccion' as const }
const complete = { ...base, origen: 'https://conoceles.example', correo: { ...base.correo, url: 'smtps://correo.example' } }
const two = { invitadas: 2, abiertas: 2 }
const steps = (config: Parameters<typeof faltantes>[0], found: Parameters<typeof faltantes>[1]) =>
  faltantes(config, found).map(({ que }) => que)

describe('the first start of a real proceso', () => {
  it('says each step, those that an invitation needs first', () => {
    const sinNada = { ...base, origen: 'http://localhost:3000', correo: { ...base.correo, url: null } }
    expect(steps(sinNada, { proceso: false, administracion: { invitadas: 0, abiertas: 0 } })).toEqual([
      'El correo',
      'La dirección del sitio',
      'El paquete',
      'Dos personas de la administración',
    ])
  })

  it('waits for invited people to open their accounts', () => {
    expect(steps(complete, { proceso: true, administracion: { invitadas: 2, abiertas: 1 } })).toEqual([
      'Que dos personas de la administración abran su cuenta',
    ])
  })

  it('says that it is complete, and where the keys to back up are', () => {
    const said = faltantesLines(faltantes(complete, { proceso: true, administracion: two }), { secretos: '/claves' }).join('\n')
    expect(said).toContain('La instalación está completa.')
    expect(said).toContain('/claves')
  })

  it('asks a simulacro in a database of its own for the pack alone', () => {
    const simulacro = { ...base, modo: 'simulacro' as const }
    expect(steps(simulacro, { proceso: false, administracion: { invitadas: 0, abiertas: 0 } })).toEqual(['El paquete'])
  })
})
