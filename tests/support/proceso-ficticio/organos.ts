import type { IntegracionPack, OrganoPack } from '@conoceles/domain'

const invented = { fuente: 'Inventado para las pruebas', confianza: 'alta' } as const

/** An organ that decides otherwise than the real ones: its presidencia breaks a tie, and need not be there. */
export const organos: OrganoPack[] = [
  {
    clave: 'concejo',
    nombre: 'Concejo de Valle Claro',
    articulo: 'el',
    papel: 'acta',
    aprueba: 'pleno',
    sesiones: {
      quorum: { masDe: [1, 3], presidencia: false },
      mayoria: { masDe: [1, 2], de: 'presentes' },
      votoCalidad: true,
      convocatoriaHoras: { ordinaria: 48, extraordinaria: 12, extraordinaria_urgente: null },
      ...invented,
    },
    ...invented,
  },
]

/** A titular of the secretaría and her stand-in. */
export const integraciones: IntegracionPack[] = [
  integracion('preside', { encargo: 'presidencia', nombre: 'Prisca Preside', voto: true }),
  integracion('secretaria', { encargo: 'secretaria_ejecutiva', nombre: 'Sara Secretaria' }),
  integracion('despacho', {
    encargo: 'encargado_despacho',
    nombre: 'Darío Despacha',
    desde: '2030-04-06',
    hasta: '2030-04-20',
    suple: 'secretaria',
  }),
]

function integracion(clave: string, rest: Partial<IntegracionPack>): IntegracionPack {
  return {
    clave,
    organo: 'concejo',
    nombre: clave,
    puesto: null,
    encargo: 'integrante',
    voto: false,
    desde: '2030-01-15',
    hasta: null,
    suple: null,
    documento: 'VC/ACU/0',
    nota: null,
    ...rest,
    ...invented,
  }
}
