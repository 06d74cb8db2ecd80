import { randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Encargo, ProcesoPack } from '@conoceles/domain'
import type { Integrante } from '../modules/programa/sesiones/index.ts'
import { nombreFicticio } from '../simulacro/index.ts'

/** The pack does not say when the charge of the despacho ended: here, after so many days. */
const DESPACHO_DAYS = 14
const NUMEROS = ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco', 'Seis']
const CUANTAS: Record<string, number> = { pleno: 6 }
const USUAL = 2

interface Making {
  pack: ProcesoPack
  procesoId: string
  organo: string
}

/** Members of an organ in a simulacro: nobody real is said to have attended or voted. */
export function createIntegrantes({ pack, procesoId, organo }: Making): Integrante[] {
  const create = (encargo: Encargo, nombre: string, rest: Partial<Integrante> = {}): Integrante => ({
    ...{ id: randomUUID(), procesoId, organo, nombre: nombreFicticio(nombre), puesto: null, encargo, voto: false },
    ...{ desde: pack.programa.vigencia.desde, hasta: null, suple: null, documento: 'SIMULACRO', documentoId: null },
    ...{ fuente: 'SIMULACRO', confianza: 'alta', nota: null, termino: null, terminoDocumentoId: null, cuentaId: null },
    ...{ registradoEn: null, registradoPor: null },
    ...rest,
  })
  const comision = organo === 'comision'
  const secretaria = create(comision ? 'coadyuvante' : 'secretaria_ejecutiva', 'Secretaría Ejecutiva')
  const despacho = pack.integraciones
    .filter((each) => each.organo === organo && each.encargo === 'encargado_despacho')
    .map(({ desde }) => {
      const hasta = Temporal.PlainDate.from(desde).add({ days: DESPACHO_DAYS }).toString()
      return create('encargado_despacho', 'Encargo de Despacho', { desde, hasta, suple: secretaria.id, termino: 'SIMULACRO' })
    })
  return [
    create('presidencia', 'Presidencia', { voto: true }),
    ...NUMEROS.slice(0, CUANTAS[organo] ?? USUAL).map((numero) => create('integrante', `Integrante ${numero}`, { voto: true })),
    secretaria,
    ...(comision ? [create('secretaria_tecnica', 'Secretaría Técnica')] : []),
    ...despacho,
  ]
}
