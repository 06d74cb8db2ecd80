import { Temporal } from 'temporal-polyfill'
import type { ProcesoPack } from '@conoceles/domain'
import type { OpcionesSimulacro } from '@conoceles/paquetes'

/** Days of captura that a rehearsal shows as already past. */
const DIAS_CAPTURADOS = 5
const SEMILLA = 1

/** Beginning and size of the simulacro of a pack that says neither: in the first days of its last captura, with every place taken. */
export function opcionesDe(pack: ProcesoPack): OpcionesSimulacro {
  const inicio = pack.tiposEleccion.map(({ entregaCuentas, inicioPublicacion }) => later(entregaCuentas, inicioPublicacion)).reduce(later)
  const lugares = new Map(pack.contiendas.map(({ clave, cargo, lugares: cuantos }) => [clave, { cargo, cuantos }]))
  const porLugar = new Map(pack.cargos.map(({ clave, conSuplente }) => [clave, conSuplente ? 2 : 1]))
  const personas = pack.postulaciones.map(({ contienda }) => {
    const { cargo, cuantos } = lugares.get(contienda) ?? { cargo: '', cuantos: 0 }
    return cuantos * (porLugar.get(cargo) ?? 0)
  })
  return {
    inicio: Temporal.PlainDate.from(inicio)
      .add({ days: DIAS_CAPTURADOS })
      .toZonedDateTime({ timeZone: pack.zona, plainTime: '10:00' })
      .toString({ timeZoneName: 'never' }),
    personas: personas.reduce((sum, each) => sum + each, 0),
    semilla: SEMILLA,
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
