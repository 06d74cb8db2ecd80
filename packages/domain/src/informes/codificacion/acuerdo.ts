/** How far two coders who judged the same texts, each alone, agreed. */
export interface Acuerdo {
  /** Texts that both coded. */
  n: number
  /** Texts among them to which both gave the same category. */
  iguales: number
  /** Between −1 and 1; null where it has no value: nothing was coded, or both gave one and the same category to everything. */
  kappa: number | null
}

/**
 * Cohen's kappa: κ = (po − pe) / (1 − pe). po: share of texts with the same category; pe: share to be expected if each
 * coder handed out her own categories by chance. Source: J. Cohen, «A coefficient of agreement for nominal scales», Educational and
 * Psychological Measurement 20 (1960), pp. 37-46.
 * @param pares for each text, the category of the first coder and that of the second; may be empty.
 */
export function acuerdoDe(pares: readonly (readonly [string, string])[]): Acuerdo {
  const n = pares.length
  const iguales = pares.filter(([a, b]) => a === b).length
  // In whole numbers: n²·pe. A quotient of shares would make 1 − pe a hair off zero where it is zero.
  const azar = [...new Set(pares.flat())].reduce((sum, clave) => sum + timesOf(pares, 0, clave) * timesOf(pares, 1, clave), 0)
  const resto = n * n - azar
  return { n, iguales, kappa: resto === 0 ? null : (n * iguales - azar) / resto }
}

function timesOf(pares: readonly (readonly [string, string])[], who: 0 | 1, clave: string): number {
  return pares.filter((par) => par[who] === clave).length
}
