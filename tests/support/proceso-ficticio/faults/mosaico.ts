import { CONFIANZAS, TIPOS_MOSAICO, type MosaicoPack, type ProcesoPack } from '@conoceles/domain'

/** Faults of a map of squares: each demarcación of the kind has one of its own inside the map, in reading order. */
export function mosaicoFaults({ mosaicos = [], demarcaciones }: ProcesoPack): string[] {
  return mosaicos.flatMap((mosaico) => {
    const { tipo, columnas, teselas, credito, fuente, confianza } = mosaico
    const all = demarcaciones.filter((each) => each.tipo === tipo).map(({ clave }) => clave)
    const drawn = teselas.map(({ clave }) => clave)
    return [
      ...(TIPOS_MOSAICO.includes(tipo) ? [] : [`mosaico ${tipo}: no such kind`]),
      ...(all.sort().join() === [...drawn].sort().join() ? [] : [`mosaico ${tipo}: it does not draw each ${tipo} once`]),
      ...repeatedIn(teselas).map((lugar) => `mosaico ${tipo}: two squares at ${lugar}`),
      ...(teselas.every(({ fila, columna }) => fila >= 1 && columna >= 1 && columna <= columnas)
        ? []
        : [`mosaico ${tipo}: a square lies outside`]),
      ...(inOrder(teselas) ? [] : [`mosaico ${tipo}: its squares are not in the order of reading`]),
      ...(credito && fuente && CONFIANZAS.includes(confianza) ? [] : [`mosaico ${tipo} has no source`]),
    ]
  })
}

function placeOf({ fila, columna }: MosaicoPack['teselas'][number]): number {
  return fila * 100 + columna
}

function repeatedIn(teselas: MosaicoPack['teselas']): number[] {
  const places = teselas.map(placeOf)
  return places.filter((place, at) => places.indexOf(place) !== at)
}

function inOrder(teselas: MosaicoPack['teselas']): boolean {
  return teselas.every((each, at) => at === 0 || placeOf(each) > placeOf(teselas[at - 1] ?? each))
}
