import type { SeccionPasada } from './traslado/traslado.ts'
import type { CandidaturaRow } from './traslado/traslado.queries.ts'
import type { AlcanceVersionDto } from './versiones.dto.ts'

/** Counts the changes of an activation, section by section. */
export class Cuenta {
  private readonly conCaptura = new Set<string>()
  private readonly seAbren = new Set<string>()
  private readonly all: Pick<SeccionPasada, 'clave' | 'conserva' | 'seAbre'>[] = []

  constructor(
    private readonly secciones: readonly { clave: string; titulo: string }[],
    private readonly hoy: string,
  ) {}

  add(pasadas: readonly SeccionPasada[]): void {
    for (const { candidaturaId, clave, conserva, seAbre } of pasadas) {
      this.conCaptura.add(candidaturaId)
      if (seAbre) this.seAbren.add(candidaturaId)
      this.all.push({ clave, conserva, seAbre })
    }
  }

  toDto(candidaturas: readonly CandidaturaRow[]): AlcanceVersionDto {
    const opened = candidaturas.filter(({ id }) => this.seAbren.has(id))
    return {
      candidaturas: candidaturas.length,
      conCaptura: this.conCaptura.size,
      seAbren: opened.length,
      verificadas: opened.filter(({ estatusCaptura }) => estatusCaptura === 'verificada').length,
      trasCierre: opened.filter(({ cierreCaptura }) => cierreCaptura < this.hoy).length,
      actores: byActor(opened),
      secciones: this.secciones.map(({ clave, titulo }) => {
        const own = this.all.filter((each) => each.clave === clave)
        const count = (which: 'conserva' | 'seAbre') => own.filter((each) => each[which]).length
        return { clave, titulo, guardadas: own.length, conservan: count('conserva'), seAbren: count('seAbre') }
      }),
    }
  }
}

/** The most first; of as many, by name. */
function byActor(opened: readonly CandidaturaRow[]): AlcanceVersionDto['actores'] {
  const names = [...new Set(opened.map(({ actor }) => actor))].sort((a, b) => a.localeCompare(b, 'es'))
  return names
    .map((nombre) => {
      const own = opened.filter(({ actor }) => actor === nombre)
      return { nombre, seAbren: own.length, verificadas: own.filter(({ estatusCaptura }) => estatusCaptura === 'verificada').length }
    })
    .sort((a, b) => b.seAbren - a.seAbren)
}
