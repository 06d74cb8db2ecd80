import { esPublicoEn, type CampoPoliticaPack } from '@conoceles/domain'

/** Which field may leave on a day of the law, by a version of the policy. A field that the policy does not name is private. */
export class Politica {
  private readonly publicos: ReadonlySet<string>

  constructor(
    readonly version: number,
    campos: readonly CampoPoliticaPack[],
    dia: string,
  ) {
    this.publicos = new Set(campos.filter((each) => esPublicoEn(each, dia)).map(({ campo }) => campo))
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
