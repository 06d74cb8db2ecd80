import own from './es-MX/comparar.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
