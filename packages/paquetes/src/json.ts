/** Steps to a value inside a file or a pack: names of objects and positions in lists. */
export type Ruta = readonly (string | number)[]

/** A value of a JSON text with the place where it begins. */
export interface Nodo {
  valor: unknown
  inicio: number
  hijos: ReadonlyMap<string | number, Nodo>
}

/** A name that stands twice in one object: JSON.parse would keep the last in silence. */
export interface Repetida {
  clave: string
  inicio: number
}

/** Parsed text; `falta` where it is no JSON. */
export type Leido = { nodo: Nodo; repetidas: Repetida[] } | { falta: FaltaJson }

export interface FaltaJson {
  inicio: number
  dice: string
  remedio: string
}

/** Deeper text is refused before it exhausts the stack. */
const MAX_PROFUNDIDAD = 60

/** Reads a JSON text by RFC 8259, and remembers where each value begins. */
export function leerJson(texto: string): Leido {
  const lector = new Lector(texto)
  try {
    const nodo = lector.documento()
    return { nodo, repetidas: lector.repetidas }
  } catch (error) {
    if (error instanceof JsonError) return { falta: error.falta }
    throw error
  }
}

/** Line of a position, from 1. */
export function lineaDe(texto: string, inicio: number): number {
  return texto.slice(0, inicio).split('\n').length
}

/** The deepest value that exists on the way. */
export function nodoEn(nodo: Nodo, ruta: Ruta): Nodo {
  const [paso, ...resto] = ruta
  const hijo = paso === undefined ? undefined : nodo.hijos.get(paso)
  return hijo ? nodoEn(hijo, resto) : nodo
}

class JsonError extends Error {
  constructor(readonly falta: FaltaJson) {
    super(falta.dice)
  }
}

const VACIO: ReadonlyMap<string | number, Nodo> = new Map()
const BLANCO = /[ \t\r\n\uFEFF]*/y
const NUMERO = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const PALABRA = /true|false|null/y
const CADENA = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy

class Lector {
  readonly repetidas: Repetida[] = []
  private at = 0
  private profundidad = 0

  constructor(private readonly texto: string) {}

  documento(): Nodo {
    const nodo = this.valor()
    this.blanco()
    if (this.at < this.texto.length) this.falla('Hay texto después del final', 'Borre lo que sigue a la última llave o corchete')
    return nodo
  }

  private valor(): Nodo {
    this.blanco()
    const inicio = this.at
    const letra = this.texto[inicio]
    if (letra === '{') return this.dentro(() => this.objeto(inicio))
    if (letra === '[') return this.dentro(() => this.lista(inicio))
    if (letra === '"') return { valor: this.cadena(), inicio, hijos: VACIO }
    const suelto = this.toma(NUMERO) ?? this.toma(PALABRA)
    if (suelto === null) return this.fallaDeValor(letra)
    return { valor: JSON.parse(suelto) as unknown, inicio, hijos: VACIO }
  }

  private objeto(inicio: number): Nodo {
    const hijos = new Map<string | number, Nodo>()
    const dichas = new Set<string>()
    this.separados('}', () => {
      const donde = this.at
      if (this.texto[donde] !== '"') this.falla('Falta un nombre entre comillas', 'Escriba "nombre": valor, con comillas dobles')
      const clave = this.cadena()
      this.blanco()
      if (this.texto[this.at] !== ':')
        this.falla(`Faltan los dos puntos después de «${clave}»`, 'Escriba dos puntos entre el nombre y su valor')
      this.at++
      if (hijos.has(clave) && !dichas.has(clave)) this.repetidas.push({ clave, inicio: donde })
      if (hijos.has(clave)) dichas.add(clave)
      hijos.set(clave, this.valor())
    })
    // `__proto__` stays a plain name here: entries never reach a setter.
    return { valor: Object.fromEntries([...hijos].map(([clave, { valor }]) => [clave, valor])), inicio, hijos }
  }

  private lista(inicio: number): Nodo {
    const hijos = new Map<string | number, Nodo>()
    this.separados(']', () => hijos.set(hijos.size, this.valor()))
    return { valor: [...hijos.values()].map(({ valor }) => valor), inicio, hijos }
  }

  /** Members between commas, from the opening sign to the closing one. */
  private separados(cierre: string, miembro: () => void): void {
    this.at++
    this.blanco()
    if (this.cierra(cierre)) return
    for (;;) {
      miembro()
      this.blanco()
      if (this.cierra(cierre)) return
      if (this.at >= this.texto.length) this.falla(`El archivo termina sin «${cierre}»`, `Cierre con «${cierre}» lo que quedó abierto`)
      if (this.texto[this.at] !== ',') this.falla('Falta una coma antes de este valor', 'Ponga una coma al final del valor anterior')
      const coma = this.at++
      this.blanco()
      if (this.texto[this.at] === cierre) this.falla('Sobra una coma', `Borre la coma que está antes de «${cierre}»`, coma)
    }
  }

  private cierra(cierre: string): boolean {
    if (this.texto[this.at] !== cierre) return false
    this.at++
    return true
  }

  private dentro(lee: () => Nodo): Nodo {
    if (++this.profundidad > MAX_PROFUNDIDAD) this.falla('El archivo anida demasiados niveles', 'Revise las llaves y los corchetes')
    const nodo = lee()
    this.profundidad--
    return nodo
  }

  private cadena(): string {
    const toma = this.toma(CADENA)
    if (toma === null)
      return this.falla('Este texto no cierra sus comillas', 'Ciérrelo con comillas en el mismo renglón; dentro, escriba \\" o «»')
    return JSON.parse(toma) as string
  }

  private fallaDeValor(letra: string | undefined): never {
    if (letra === undefined) return this.falla('El archivo termina antes de tiempo', 'Complete lo que falta, o restaure el archivo')
    if (letra === "'") return this.falla('Hay comillas sencillas', 'Use comillas dobles')
    if (letra === '/') return this.falla('Hay un comentario', 'Bórrelo: JSON no admite comentarios; use «nota» o «fuente»')
    if (letra === ',') return this.falla('Sobra una coma', 'Bórrela')
    return this.falla(
      `«${this.texto.slice(this.at, this.at + 12).split('\n')[0]}» no es un valor`,
      'Los textos llevan comillas dobles; lo demás es un número, true, false o null',
    )
  }

  private blanco(): void {
    this.toma(BLANCO)
  }

  private toma(patron: RegExp): string | null {
    patron.lastIndex = this.at
    const [found] = patron.exec(this.texto) ?? []
    if (found === undefined) return null
    this.at += found.length
    return found
  }

  private falla(dice: string, remedio: string, inicio = this.at): never {
    throw new JsonError({ inicio, dice, remedio })
  }
}
