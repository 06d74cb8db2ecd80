import { esPublicoEn, type CampoPoliticaPack } from '@conoceles/domain'

/** Fields that may leave on a day of the law, by a version of the policy. A field that the policy does not name is private. */
export class Politica {
  private constructor(
    readonly version: number,
    private readonly publicos: ReadonlySet<string>,
  ) {}

  static en(dia: string, { version, campos }: { version: number; campos: readonly CampoPoliticaPack[] }): Politica {
    return new Politica(version, new Set(campos.filter((each) => esPublicoEn(each, dia)).map(({ campo }) => campo)))
  }

  /** The same for a candidatura with blocked fields. */
  sin(campos: readonly string[]): Politica {
    return campos.length === 0 ? this : new Politica(this.version, new Set([...this.publicos].filter((campo) => !campos.includes(campo))))
  }

  /** The same when only some of its fields are left. */
  solo(campos: readonly string[]): Politica {
    return new Politica(this.version, new Set([...this.publicos].filter((campo) => campos.includes(campo))))
  }

  get campos(): string[] {
    return [...this.publicos]
  }

  permite(campo: string): boolean {
    return this.publicos.has(campo)
  }

  /** The value if the policy lets the field out; otherwise null, as if nobody had it. */
  de<T>(campo: string, value: T): T | null {
    return this.permite(campo) ? value : null
  }
}
