import { permisosDe } from '@conoceles/domain'
import { startTestApp } from '../../support/app.ts'
import { Equipo, givenCapturada, RESPUESTAS } from '../../support/actos/captura.ts'
import { connectAs, count } from '../../support/roles.ts'

describe('an administración', () => {
  test('may administer accounts, clock, pack, diagnosis and reminders, and nothing of what is captured', () => {
    expect(permisosDe('administracion')).toEqual([
      ...['acceso.propio', 'cuentas.administrar', 'cuentas.confirmar', 'cuentas.ver', 'personas.invitar', 'proceso.ver', 'reloj.mover'],
      ...['diagnostico.ver', 'paquete.ver', 'paquete.administrar'],
      ...['recordatorios.ver', 'recordatorios.propios', 'recordatorios.administrar', 'bitacora.ver'],
    ])
  })

  test('finds no answer in the database either, where a verificación finds them', async () => {
    const test_ = await startTestApp()
    try {
      await givenCapturada(new Equipo(test_), { respuestas: RESPUESTAS }, 'validada')
      const instituto = await connectAs(test_, 'instituto')
      for (const table of ['captura.seccion', 'identidad.respuesta']) {
        const rows = (rol: string) => count(instituto, { text: `select 1 from ${table}` }, { rol })
        expect([table, await rows('administracion')]).toEqual([table, 0])
        expect([table, await rows('verificacion')]).not.toEqual([table, 0])
      }
      await instituto.end()
    } finally {
      await test_.close()
    }
  })
})
