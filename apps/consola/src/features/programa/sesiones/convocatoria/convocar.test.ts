import type { Sesion } from '../../../../api-types.ts'
import { destinatariosDe, horasAntes, sinDocumento } from './convocar.ts'

type Integrante = Sesion['integrantes'][number]
const integrante = (nombre: string, ejerce: Integrante['ejerce']): Integrante => ({
  ...{ id: nombre, nombre, puesto: null, encargo: 'integrante', ejerce, voto: true, desde: '2024-01-01', hasta: null, suple: null },
  ...{
    cuentaId: null,
    documento: null,
    documentoId: null,
    fuente: '',
    confianza: 'alta',
    nota: null,
    termino: null,
    terminoDocumentoId: null,
  },
})

it('goes to those who act on the day, without those who sign it, and to the representaciones', () => {
  const integrantes = [integrante('Ana', 'presidencia'), integrante('Bea', 'integrante'), integrante('Cid', null)]
  expect(destinatariosDe({ integrantes, representaciones: 'Representaciones de los partidos políticos' })).toEqual([
    'Bea, Integrante',
    'Representaciones de los partidos políticos',
  ])
})

it('counts whole hours before the sesión', () => {
  expect(horasAntes('2024-04-20T13:30:00Z', '2024-04-23T13:00:00Z')).toBe(71)
})

it('names before it is convened each point that is voted without a document', () => {
  const entregable: NonNullable<Sesion['puntos'][number]['entregable']> = {
    ...{ clave: '11.5/2024-05', numero: '11.5', nombre: 'Informe mensual', documento: null, cumple: [], advertencias: [], aprobado: false },
    ...{ exigeVersion: true, versionDesde: null },
  }
  const conVersion = { ...entregable, versionDesde: '2024-05-20T10:00:00-06:00' }
  const puntos = [
    { titulo: 'Uno', seVota: true, entregable },
    { titulo: 'Dos', seVota: true, entregable: conVersion },
    { titulo: 'Tres', seVota: false, entregable },
    { titulo: 'Cuatro', seVota: true, entregable: null },
  ]
  expect(sinDocumento({ puntos })).toEqual(['Uno'])
})
