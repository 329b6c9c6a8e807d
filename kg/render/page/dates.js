// Dates in words, with their precision.

import { words } from "./words.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/** "19 May 2025", "week of 19 May 2025", "May 2025", "2025", or a line that the date is not known. */
export function spoken(date, precision = "day") {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date || "");
  if (!found) return words.noDate;
  const [, year, month, day] = found;
  if (precision === "year" || !month) return year;
  const name = `${MONTHS[month - 1]} ${year}`;
  if (precision === "month" || !day) return name;
  const full = `${Number(day)} ${name}`;
  if (precision === "week") return `${words.weekOf} ${full}`;
  return precision === "unknown" ? `${words.about} ${full}` : full;
}
