import { CONFIANZAS, type ProcesoPack, type SenasAjena, type SenasPack } from '@conoceles/domain'

/** Faults of the videos of a pack: one a page, each with its address and size or its file, its length, who signs and a source. */
export function senasFaults({ senas = [] }: ProcesoPack): string[] {
  const paginas = senas.map(({ pagina }) => pagina)
  return senas.flatMap((each, at) => {
    const faults = { ...ownFaults(each), 'there are two': paginas.indexOf(each.pagina) !== at }
    return Object.entries(faults).flatMap(([fault, is]) => (is ? [`video of ${each.pagina}: ${fault}`] : []))
  })
}

function ownFaults(each: SenasPack): Record<string, boolean> {
  const { pagina, segundos, quien, fuente, confianza } = each
  return {
    'its page is no address of the site': !/^\/([a-z0-9-]+(\/[\w-]+)*)?$/.test(pagina),
    ...('archivo' in each ? {} : faultsOfAddress(each)),
    'nobody says how long it is': !Number.isInteger(segundos) || segundos < 1,
    'nobody says who signs': quien.trim() === '',
    'it has no source': !fuente || !CONFIANZAS.includes(confianza),
  }
}

/** A file is looked at when it is loaded (`carga/senas.ts`). */
function faultsOfAddress({ direccion, bytes }: SenasAjena): Record<string, boolean> {
  return {
    'its address does not begin with https': !URL.canParse(direccion) || new URL(direccion).protocol !== 'https:',
    'nobody says how large it is': !Number.isInteger(bytes) || bytes < 1,
  }
}
