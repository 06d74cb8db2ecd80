import type { CargoPack } from '../../proceso/catalogo.ts'
import type { ProcesoPack } from '../proceso-pack.ts'
import { groupBy } from '../../base/group.ts'
import { isConfirmada, type Sourced } from '../../base/sourced.ts'
import { longDate } from '../../base/fecha.ts'
import type { DatoPack, DatoSuelto } from './dato.ts'

const SIN_EMBLEMA =
  'Ninguna. Lo entrega el área del Instituto que registra a los partidos, como archivo SVG o PNG, y quien administra lo pone en el paquete. Mientras, la página muestra las siglas.'
const EMBLEMA_SIN_CONFIRMAR =
  'Nadie lo ha confirmado: lo confirma en el paquete quien lo administra. Mientras, la página muestra las siglas.'

/** Facts of a pack that nobody confirmed and whose tables keep no source: a loaded proceso keeps them apart. */
export function datosSueltos(pack: ProcesoPack): DatoSuelto[] {
  const all = [
    ...partidos(pack),
    ...emblemas(pack),
    ...colores(pack),
    ...geografia(pack),
    ...lugares(pack),
    ...feriados(pack),
    ...postulaciones(pack),
  ]
  return all.filter(({ confianza }) => !isConfirmada(confianza))
}

function suelto({ fuente, confianza }: Sourced, said: DatoPack): DatoSuelto {
  return { ...said, fuente, confianza }
}

function partidos({ actores, cargos, instituto }: ProcesoPack): DatoSuelto[] {
  return [
    suelto(instituto, { clave: 'instituto', materia: 'documentos', dato: 'El instituto', valor: instituto.nombre, pagina: '/' }),
    ...actores.map((each) =>
      suelto(each, {
        ...{ clave: `actores.${each.clave}`, materia: 'partidos', dato: each.nombre, pagina: '/candidaturas' },
        valor: each.figura ?? each.tipo,
      }),
    ),
    ...cargos.map((each) =>
      suelto(each, { clave: `cargos.${each.clave}`, materia: 'cargos', dato: each.nombre, valor: each.singular, pagina: '/cargos' }),
    ),
  ]
}

/** Each party registers an emblem. Its file comes with the pack, confirmed; no confirmation here could stand in for it. */
function emblemas({ actores }: ProcesoPack): DatoSuelto[] {
  return actores.flatMap(({ clave, nombre, tipo, emblema }) =>
    tipo !== 'partido' || (emblema && isConfirmada(emblema.confianza))
      ? []
      : [
          suelto(
            { fuente: emblema ? `${emblema.fuente}. ${EMBLEMA_SIN_CONFIRMAR}` : SIN_EMBLEMA, confianza: 'por_confirmar' },
            {
              ...{ clave: `emblemas.${clave}`, materia: 'partidos', dato: `Emblema registrado y confirmado de ${nombre}` },
              ...{ valor: null, pagina: '/candidaturas' },
            },
          ),
        ],
  )
}

/** A note says that nobody gave the colour as its own; the source is of the party, not of its colour. */
function colores({ actores }: ProcesoPack): DatoSuelto[] {
  return actores.flatMap(({ clave, nombre, color, nota, fuente }) =>
    color === null || nota === null
      ? []
      : [
          suelto(
            { fuente: `${nota}. ${fuente}`, confianza: 'por_confirmar' },
            { clave: `colores.${clave}`, materia: 'colores', dato: `Color de ${nombre}`, valor: color, pagina: null },
          ),
        ],
  )
}

function geografia({ demarcaciones }: ProcesoPack): DatoSuelto[] {
  return demarcaciones.map((each) =>
    suelto(each, {
      ...{ clave: `demarcaciones.${each.clave}`, materia: 'geografia', pagina: '/contiendas' },
      ...(each.tipo === 'distrito'
        ? { dato: `Cabecera del ${each.nombre}`, valor: each.cabecera }
        : { dato: each.nombre, valor: each.nombre }),
    }),
  )
}

/** How many places stand in the contiendas of a cargo, told once for each number, and apart where another document says so. */
function lugares({ contiendas, cargos, demarcaciones }: ProcesoPack): DatoSuelto[] {
  const numbers = groupBy(contiendas, ({ cargo, lugares: cuantos }) => `${cargo}.${cuantos}`)
  return [...numbers].flatMap(([number, all]) =>
    [...groupBy(all, ({ fuente }) => fuente).values()].flatMap((group, at) => {
      const [first] = group
      if (!first) return []
      const donde = group.length === 1 ? ` en ${demarcaciones.find(({ clave }) => clave === first.demarcacion)?.nombre ?? ''}` : ''
      return [
        suelto(first, {
          clave: at === 0 ? `contiendas.${number}` : `contiendas.${number}.${first.demarcacion}`,
          ...{ materia: 'cargos', dato: `Lugares de ${nombreDe(cargos, first.cargo)}${donde}` },
          ...{ valor: String(first.lugares), pagina: '/contiendas' },
        }),
      ]
    }),
  )
}

function feriados({ feriados: all }: ProcesoPack): DatoSuelto[] {
  return all.map((each) =>
    suelto(each, {
      clave: `feriados.${each.fecha}`,
      materia: 'fechas',
      dato: `Día inhábil: ${each.nombre}`,
      valor: longDate(each.fecha),
      pagina: null,
    }),
  )
}

/** Actors that stand for each cargo, told once for all its contiendas. */
function postulaciones({ postulaciones: all, contiendas, actores, cargos }: ProcesoPack): DatoSuelto[] {
  const cargoOf = new Map(contiendas.map(({ clave, cargo }) => [clave, cargo]))
  const groups = groupBy(all, ({ actor, contienda, fuente }) => `${actor}.${cargoOf.get(contienda) ?? ''}|${fuente}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const nombre = actores.find(({ clave }) => clave === first.actor)?.nombre ?? first.actor
    const cargo = nombreDe(cargos, cargoOf.get(first.contienda) ?? '')
    const juntos = [...new Set(group.flatMap(({ integrantes }) => integrantes))]
    const donde = group.length === 1 ? '1 contienda' : `${group.length} contiendas`
    return [
      suelto(first, {
        ...{ clave: `postulaciones.${first.actor}.${first.contienda}`, materia: 'partidos', dato: `${nombre} postula: ${cargo}` },
        ...{ valor: juntos.length > 0 ? `${donde}, con ${juntos.join(', ')}` : donde, pagina: `/contiendas/${first.contienda}` },
      }),
    ]
  })
}

function nombreDe(cargos: readonly CargoPack[], clave: string): string {
  return cargos.find((cargo) => cargo.clave === clave)?.nombre ?? clave
}
