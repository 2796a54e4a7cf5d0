(** From a goal of MathComp to a term of [sums], by lemmas.

    A goal is read where it stands: for each operation there is a lemma that says what
    term means it, so that nothing has to be believed of the tactics at the end of this
    file.  They apply the lemmas, gather the letters that occur in a list with an open
    end, and make rules of the equations among the hypotheses.                        *)

From mathcomp Require Import all_ssreflect ssralg ssrint matrix mxalgebra zmodp.
From kernel Require Import sums notions.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** * Families of numbers as letters: 0 outside of their ranges *)

Section Families.
Variable R : comUnitRingType.
Definition constant (x : R) (ix : seq nat) := x.
Definition family1 n (F : 'I_n -> R) (ix : seq nat) : R :=
  if ix is [:: a] then if insub a is Some i then F i else 0 else 0.
Definition family2 m n (F : 'I_m -> 'I_n -> R) (ix : seq nat) : R :=
  if ix is [:: a; b] then
    if insub a is Some i then if insub b is Some j then F i j else 0 else 0
  else 0.
Definition family3 m n p (F : 'I_m -> 'I_n -> 'I_p -> R) (ix : seq nat) : R :=
  if ix is [:: a; b; c] then
    if insub a is Some i then if insub b is Some j then
      if insub c is Some k then F i j k else 0 else 0 else 0
  else 0.

Lemma family1E n (F : 'I_n -> R) i : family1 F [:: nat_of_ord i] = F i.
Proof. by rewrite /family1 valK. Qed.
Lemma family2E m n (F : 'I_m -> 'I_n -> R) i j : family2 F [:: nat_of_ord i; nat_of_ord j] = F i j.
Proof. by rewrite /family2 !valK. Qed.
Lemma family3E m n p (F : 'I_m -> 'I_n -> 'I_p -> R) i j k :
  family3 F [:: nat_of_ord i; nat_of_ord j; nat_of_ord k] = F i j k.
Proof. by rewrite /family3 !valK. Qed.
End Families.

(** The letters and sizes of a term, as lists.                                        *)
Definition letter_of (R : comUnitRingType) (Ls : seq (seq nat -> R)) t := nth (fun _ => 0) Ls t.
Definition size_of (Ss : seq nat) d := nth 0%N Ss d.

Section Read.
Variable R : comUnitRingType.
Variables (Ls : seq (seq nat -> R)) (Ss : seq nat).
Local Notation letters := (letter_of Ls).
Local Notation sizes := (size_of Ss).
Local Notation "env |= e" := (value letters sizes env e) (at level 50).
Implicit Types (env : seq nat) (e : term) (x y : R).

(** * Numbers *)

Lemma read_add env e e' x y : env |= e = x -> env |= e' = y -> env |= Plus e e' = x + y.
Proof. by move=> <- <-. Qed.
Lemma read_mul env e e' x y : env |= e = x -> env |= e' = y -> env |= Times e e' = x * y.
Proof. by move=> <- <-. Qed.
Lemma read_opp env e x : env |= e = x -> env |= Minus e = - x.
Proof. by move=> <-. Qed.
Lemma read_0 env : env |= Const 0 = 0. Proof. by []. Qed.
Lemma read_1 env : env |= Const 1 = 1. Proof. by []. Qed.
Lemma read_nat env k : env |= Const (Posz k) = k%:R. Proof. by []. Qed.

Fixpoint power_term e k := if k is k'.+1 then Times e (power_term e k') else Const 1.
Lemma read_exp env e x k : env |= e = x -> env |= power_term e k = x ^+ k.
Proof. by move=> <-; elim: k => [|k IH] //=; rewrite exprS IH. Qed.

Lemma read_size env d n : sizes d = n -> env |= Leaf (Size d) [::] = n%:R.
Proof. by move=> <-. Qed.

Lemma sum_ord n (F : nat -> R) : \sum_(k <- iota 0 n) F k = \sum_(k < n) F k.
Proof. by rewrite -(big_mkord predT F) /index_iota subn0. Qed.
Lemma read_sum env d n e (F : 'I_n -> R) : sizes d = n ->
  (forall k, (nat_of_ord k :: env) |= e = F k) -> env |= Sum d e = \sum_k F k.
Proof. by move=> sd read; rewrite /= sd sum_ord; apply: eq_bigr => k _; apply: read. Qed.
Lemma read_sum1 env e (F : 'I_1 -> R) : env |= e = F 0 -> env |= e = \sum_k F k.
Proof. by rewrite big_ord1. Qed.

Lemma read_sum_S env n e (F : 'I_n.+1 -> R) :
  env |= e = F ord0 + \sum_(i < n) F (lift ord0 i) -> env |= e = \sum_i F i.
Proof. by rewrite big_ord_recl. Qed.
Lemma read_true env (b : bool) : b = true -> env |= Const 1 = b%:R.
Proof. by move=> ->. Qed.
Lemma read_false env (b : bool) : b = false -> env |= Const 0 = b%:R.
Proof. by move=> ->. Qed.

Lemma read_delta env n (i j : 'I_n) a b :
  nth 0%N env a = i -> nth 0%N env b = j -> env |= Leaf Delta [:: a; b] = (i == j)%:R.
Proof. by rewrite /= /factor_value /= => -> ->. Qed.
Lemma read_deltan env n (i j : 'I_n) e x :
  env |= e = x * (i == j)%:R -> env |= e = x *+ (i == j).
Proof. by rewrite mulr_natr. Qed.

(** * Letters *)

Lemma read_constant env t x : letters t = constant x -> env |= Leaf (Letter t) [::] = x.
Proof. by rewrite /= /factor_value /= => ->. Qed.
Lemma read_family1 env t n (F : 'I_n -> R) (i : 'I_n) a :
  letters t = family1 F -> nth 0%N env a = i -> env |= Leaf (Letter t) [:: a] = F i.
Proof. by rewrite /= /factor_value /= => -> ->; rewrite family1E. Qed.
Lemma read_family2 env t m n (F : 'I_m -> 'I_n -> R) (i : 'I_m) (j : 'I_n) a b :
  letters t = family2 F -> nth 0%N env a = i -> nth 0%N env b = j ->
  env |= Leaf (Letter t) [:: a; b] = F i j.
Proof. by rewrite /= /factor_value /= => -> -> ->; rewrite family2E. Qed.
Lemma read_family3 env t m n p (F : 'I_m -> 'I_n -> 'I_p -> R)
    (i : 'I_m) (j : 'I_n) (k : 'I_p) a b c :
  letters t = family3 F -> nth 0%N env a = i -> nth 0%N env b = j -> nth 0%N env c = k ->
  env |= Leaf (Letter t) [:: a; b; c] = F i j k.
Proof. by rewrite /= /factor_value /= => -> -> -> ->; rewrite family3E. Qed.

(** * Matrices, entry by entry *)

Lemma read_dot env m n (A B : 'M[R]_(m, n)) e :
  env |= e = \sum_i \sum_j A i j * B i j -> env |= e = dot A B.
Proof. by []. Qed.
Lemma read_sqn env m n (A : 'M[R]_(m, n)) e :
  env |= e = \sum_i \sum_j A i j * A i j -> env |= e = sqn A.
Proof. by []. Qed.
Lemma read_trace env n (A : 'M[R]_n) e : env |= e = \sum_i A i i -> env |= e = \tr A.
Proof. by []. Qed.

Section Entries.
Variables (env : seq nat) (e : term) (m n : nat) (i : 'I_m) (j : 'I_n).
Implicit Types A B : 'M[R]_(m, n).
Lemma read_mulmx p (A : 'M[R]_(m, p)) (B : 'M_(p, n)) :
  env |= e = \sum_k A i k * B k j -> env |= e = (A *m B) i j.
Proof. by rewrite mxE. Qed.
Lemma read_trmx (A : 'M[R]_(n, m)) : env |= e = A j i -> env |= e = A^T i j.
Proof. by rewrite mxE. Qed.
Lemma read_addmx A B : env |= e = A i j + B i j -> env |= e = (A + B) i j.
Proof. by rewrite mxE. Qed.
Lemma read_oppmx A : env |= e = - A i j -> env |= e = (- A) i j.
Proof. by rewrite mxE. Qed.
Lemma read_scalemx a A : env |= e = a * A i j -> env |= e = (a *: A) i j.
Proof. by rewrite mxE. Qed.
Lemma read_const a : env |= e = a -> env |= e = (const_mx a : 'M[R]_(m, n)) i j.
Proof. by rewrite mxE. Qed.
Lemma read_0mx : env |= Const 0 = (0 : 'M[R]_(m, n)) i j.
Proof. by rewrite mxE. Qed.
Lemma read_row p (A : 'M[R]_(p, n)) k (z : 'I_1) :
  env |= e = A k j -> env |= e = (row k A) z j.
Proof. by rewrite mxE. Qed.
Lemma read_col p (A : 'M[R]_(m, p)) k (z : 'I_1) :
  env |= e = A i k -> env |= e = (col k A) i z.
Proof. by rewrite mxE. Qed.
Lemma read_map (T : Type) (f : T -> R) (A : 'M[T]_(m, n)) : env |= e = f (A i j) -> env |= e = (map_mx f A) i j.
Proof. by rewrite mxE. Qed.
Lemma read_had A B : env |= e = A i j * B i j -> env |= e = (had A B) i j.
Proof. by rewrite mxE. Qed.
Lemma read_matrix (F : 'I_m -> 'I_n -> R) :
  env |= e = F i j -> env |= e = (\matrix_(i, j) F i j) i j.
Proof. by rewrite mxE. Qed.
Lemma read_summx p (F : 'I_p -> 'M[R]_(m, n)) :
  env |= e = \sum_k F k i j -> env |= e = (\sum_k F k) i j.
Proof. by rewrite summxE. Qed.
Lemma read_rows l :
  env |= e = nth 0 (nth [::] l i) j -> env |= e = (rows m n l) i j.
Proof. by rewrite mxE. Qed.
Lemma read_delta_mx k l :
  env |= e = (i == k)%:R * (j == l)%:R -> env |= e = (delta_mx k l : 'M[R]_(m, n)) i j.
Proof. by rewrite mxE -natrM mulnb. Qed.
Lemma read_delta_cv k (z : 'I_1) :
  env |= e = (i == k)%:R -> env |= e = (delta_mx k 0 : 'cV[R]_m) i z.
Proof. by rewrite [z]ord1 mxE eqxx andbT. Qed.
End Entries.

Section Square.
Variables (env : seq nat) (e : term) (n : nat) (i j : 'I_n).
Lemma read_scalar_mx a : env |= e = a *+ (i == j) -> env |= e = (a%:M : 'M[R]_n) i j.
Proof. by rewrite mxE. Qed.
Lemma read_diag (x : 'cV[R]_n) : env |= e = x i 0 *+ (i == j) -> env |= e = (diag x) i j.
Proof. by rewrite mxE. Qed.
Lemma read_diagonal (A : 'M[R]_n) (k : 'I_1) :
  env |= e = A i i -> env |= e = (diagonal A) i k.
Proof. by rewrite mxE. Qed.
End Square.

(** * Functions with a law *)

Lemma read_as env e x y : x = y -> env |= e = y -> env |= e = x.
Proof. by move=> ->. Qed.

Lemma read_at env e (f : R -> R) x y : x = y -> env |= e = f y -> env |= e = f x.
Proof. by move=> ->. Qed.

Section Exponential.
Variable f : R -> R.
Hypothesis add : forall x y, f (x + y) = f x * f y.
Hypothesis at0 : f 0 = 1.
Lemma exponential_unit x : f x \is a GRing.unit.
Proof. by apply/unitrPr; exists (f (- x)); rewrite -add subrr. Qed.
Lemma exponential_opp x : f (- x) = (f x)^-1.
Proof.
by rewrite -[LHS]mul1r -(mulVr (exponential_unit x)) -mulrA -add subrr at0 mulr1.
Qed.
Lemma exponential_times k x : f (k%:R * x) = f x ^+ k.
Proof.
by elim: k => [|k IH]; [rewrite mul0r at0 expr0 | rewrite -addn1 natrD mulrDl mul1r add IH exprD expr1].
Qed.
End Exponential.

Lemma power_times (a : R) m n : a ^+ (m * n) = (a ^+ n) ^+ m.
Proof. by rewrite mulnC exprM. Qed.
Lemma power_minus (a : R) n : (- a) ^+ n = (- 1) ^+ n * a ^+ n.
Proof. exact: exprNn. Qed.

(** A base times the sum of its powers is that sum, but for its first and last.         *)
Section Powers.
Variables (a : R) (n : nat).
Lemma powers_sum : a * (\sum_(i < n) a ^+ i) - \sum_(i < n) a ^+ i = a ^+ n - 1.
Proof. by rewrite subrX1 mulrBl mul1r. Qed.
Lemma powers_back : \sum_(i < n) a ^+ (n - (i + 1)) = \sum_(i < n) a ^+ i.
Proof. by rewrite [RHS](reindex_inj rev_ord_inj); apply: eq_bigr => i _; rewrite /= addn1. Qed.
Lemma powers_sum_back :
  a * (\sum_(i < n) a ^+ (n - (i + 1))) - \sum_(i < n) a ^+ (n - (i + 1)) = a ^+ n - 1.
Proof. by rewrite powers_back powers_sum. Qed.
Lemma powers_less : \sum_(i < n) a ^+ i - a * (\sum_(i < n) a ^+ i) = 1 - a ^+ n.
Proof. by rewrite -[LHS]opprB powers_sum opprB. Qed.
Lemma powers_less_back :
  \sum_(i < n) a ^+ (n - (i + 1)) - a * (\sum_(i < n) a ^+ (n - (i + 1))) = 1 - a ^+ n.
Proof. by rewrite powers_back powers_less. Qed.
End Powers.
Section Squares.
Variables (a : R) (n : nat).
Lemma squares_sum : a * a * (\sum_(i < n) a ^+ i * a ^+ i) - \sum_(i < n) a ^+ i * a ^+ i
  = a ^+ n * a ^+ n - 1.
Proof. by under eq_bigr do rewrite -exprMn; rewrite powers_sum exprMn. Qed.
Lemma squares_sum_back :
  a * a * (\sum_(i < n) a ^+ (n - (i + 1)) * a ^+ (n - (i + 1)))
    - \sum_(i < n) a ^+ (n - (i + 1)) * a ^+ (n - (i + 1)) = a ^+ n * a ^+ n - 1.
Proof. by under eq_bigr do rewrite -exprMn; rewrite powers_sum_back exprMn. Qed.
End Squares.
Lemma sign_square n : (-1) ^+ n * (-1) ^+ n = 1 :> R.
Proof. by rewrite -expr2 sqrr_sign. Qed.

Section Logarithm.
Variable f : R -> R.
Hypothesis mul : forall x y, x \is a GRing.unit -> y \is a GRing.unit -> f (x * y) = f x + f y.
Lemma logarithm_1 : f 1 = 0.
Proof. by apply: (@addrI _ (f 1)); rewrite -mul ?unitr1 // mulr1 addr0. Qed.
Lemma logarithm_inv x : x \is a GRing.unit -> f x^-1 = - f x.
Proof.
by move=> ux; apply/eqP; rewrite -addr_eq0 -mul ?unitrV // mulVr // logarithm_1.
Qed.
Lemma logarithm_prod n (F : 'I_n -> R) : (forall i, F i \is a GRing.unit) ->
  f (\prod_i F i) = \sum_i f (F i).
Proof.
move=> units; suff [_ ->] : \prod_i F i \is a GRing.unit /\ f (\prod_i F i) = \sum_i f (F i) by [].
by apply: (big_rec2 (fun p s => p \is a GRing.unit /\ f p = s)) => [|i s p _ [up <-]];
   [rewrite unitr1 logarithm_1 | rewrite unitrM units up mul].
Qed.
Lemma logarithm_exp k x : x \is a GRing.unit -> f (x ^+ k) = k%:R * f x.
Proof.
move=> ux; elim: k => [|k IH]; first by rewrite expr0 logarithm_1 mul0r.
by rewrite exprS mul ?unitrX // IH mulrS mulrDl mul1r.
Qed.
End Logarithm.
Lemma inverse_of_diag n (x : 'cV[R]_n) : diag x \in unitmx ->
  (forall i, x i 0 \is a GRing.unit) /\ invmx (diag x) = diag (\col_i (x i 0)^-1).
Proof.
move=> ud; have units i : x i 0 \is a GRing.unit.
  apply/unitrPr; exists (invmx (diag x) i i); have /matrixP/(_ i i) := mulmxV ud.
  rewrite !mxE eqxx => e; apply: etrans (e : _ = 1); rewrite (bigD1 i) //= mxE eqxx mulr1n big1 ?addr0 // => k ne.
  by rewrite mxE eq_sym (negbTE ne) mulr0n mul0r.
split=> //; rewrite -[LHS]mulmx1.
have <- : diag x *m diag (\col_i (x i 0)^-1) = 1%:M.
  apply/matrixP => i j; rewrite !mxE (bigD1 i) //= !mxE eqxx mulr1n big1 ?addr0 => [|k ne].
    by rewrite mulrnAr mulrV.
  by rewrite !mxE eq_sym (negbTE ne) mulr0n mul0r.
by rewrite mulKmx.
Qed.

(** * Ranges *)

Lemma ranged_nil : in_range sizes [::] [::]. Proof. by []. Qed.
Lemma ranged_cons n (i : 'I_n) d ds env :
  sizes d = n -> in_range sizes ds env -> in_range sizes (d :: ds) (nat_of_ord i :: env).
Proof. by rewrite /in_range /= => -> ->; rewrite ltn_ord. Qed.

Lemma ranged0 env : in_range sizes [::] env -> env = [::].
Proof. by case: env. Qed.
Lemma ranged1 d n env : sizes d = n ->
  in_range sizes [:: d] env -> exists i : 'I_n, env = [:: nat_of_ord i].
Proof.
by move=> <-; case: env => [|a [|? ?]]; rewrite /in_range /= ?andbF ?andbT // => lt; exists (Ordinal lt).
Qed.
Lemma ranged2 d d' m n env : sizes d = m -> sizes d' = n ->
  in_range sizes [:: d; d'] env -> exists i : 'I_m, exists j : 'I_n, env = [:: nat_of_ord i; nat_of_ord j].
Proof.
move=> <- <-; case: env => [|a [|b [|? ?]]]; rewrite /in_range /= ?andbF ?andbT // => /andP[lt lt'].
by exists (Ordinal lt), (Ordinal lt').
Qed.

(** * Rules from equations, denominators from units *)

(** An equation is read as a rule for the first of its monomials with coefficient 1.   *)
Fixpoint leads (before l : seq monomial) : option (seq nat * seq factor * seq monomial) :=
  if l is m :: l' then
    if (m.1.1 == 1) && ((m.1.2 != [::]) || (m.2 != [::]))
    then Some (m.1.2, m.2, before ++ l') else leads (m :: before) l'
  else None.
Definition negated (l : seq monomial) : seq monomial := [seq ((- m.1.1)%R, m.1.2, m.2) | m <- l].

Lemma sum_value_negated env l :
  sum_value letters sizes env (negated l) = - sum_value letters sizes env l.
Proof.
rewrite /sum_value big_map -sumrN; apply: eq_bigr => m _.
by rewrite /monomial_value rmorphN mulNr.
Qed.

Lemma leadsE env before l ds fs l' : leads before l = Some (ds, fs, l') ->
  sum_value letters sizes env (before ++ l)
    = monomial_value letters sizes env (1, ds, fs) + sum_value letters sizes env l'.
Proof.
elim: l before => [|[[c es] gs] l IH] before //=; case: ifP => [/andP[/eqP -> _] [<- <- <-]|_].
  by rewrite /sum_value !big_cat big_cons /= addrCA.
by move/IH => <-; rewrite /sum_value /= big_cons !big_cat big_cons /= addrCA.
Qed.

(** Both sides in normal form, as far as deltas and ranges tell.                       *)
Definition ordered ps e := normal [::] [::] ps (expand e).

Lemma holds_of_terms ps e e' ds fs l :
  leads [::] (ordered ps e) = Some (ds, fs, l) ->
  (forall env, in_range sizes ps env -> env |= e = (env |= e')) ->
  holds letters sizes (Rule ds ps fs (ordered ps e' ++ negated l)).
Proof.
move=> lead same env ok.
have orderedE t : sum_value letters sizes env (ordered ps t) = (env |= t).
  by rewrite (@normalE _ _ _ [::] [::] I I _ _ _ ok) expandE.
rewrite sum_value_cat sum_value_negated orderedE -same // -orderedE.
rewrite -[ordered ps e]cat0s (leadsE _ lead) addrK.
by rewrite /monomial_value mulr1z mul1r.
Qed.

Lemma rule0 e e' x y ds fs l : x = y -> [::] |= e = x -> [::] |= e' = y ->
  leads [::] (ordered [::] e) = Some (ds, fs, l) ->
  holds letters sizes (Rule ds [::] fs (ordered [::] e' ++ negated l)).
Proof. by move=> eq xe ye /holds_of_terms; apply=> env /ranged0 ->; rewrite xe ye. Qed.

Lemma rule1 d n e e' (F G : 'I_n -> R) ds fs l : (forall i, F i = G i) -> sizes d = n ->
  (forall i, [:: nat_of_ord i] |= e = F i) -> (forall i, [:: nat_of_ord i] |= e' = G i) ->
  leads [::] (ordered [:: d] e) = Some (ds, fs, l) ->
  holds letters sizes (Rule ds [:: d] fs (ordered [:: d] e' ++ negated l)).
Proof.
move=> eq sd xe ye /holds_of_terms; apply=> env /(ranged1 sd)[i ->].
by rewrite xe ye.
Qed.

Lemma rule2 d d' m n e e' (F G : 'I_m -> 'I_n -> R) ds fs l :
  (forall i j, F i j = G i j) -> sizes d = m -> sizes d' = n ->
  (forall i j, [:: nat_of_ord i; nat_of_ord j] |= e = F i j) ->
  (forall i j, [:: nat_of_ord i; nat_of_ord j] |= e' = G i j) ->
  leads [::] (ordered [:: d; d'] e) = Some (ds, fs, l) ->
  holds letters sizes (Rule ds [:: d; d'] fs (ordered [:: d; d'] e' ++ negated l)).
Proof.
move=> eq sd sd' xe ye /holds_of_terms; apply=> env /(ranged2 sd sd')[i [j ->]].
by rewrite xe ye.
Qed.

Lemma inverse0 t e x : letters t = constant x^-1 -> x \is a GRing.unit -> [::] |= e = x ->
  inverse_holds letters sizes (Inverse t [::] (expand e)).
Proof. by move=> lt ux xe env /ranged0 ->; rewrite expandE xe lt /constant mulVr. Qed.

Lemma inverse1 t d n e (F : 'I_n -> R) : letters t = family1 (fun i => (F i)^-1) ->
  (forall i, F i \is a GRing.unit) -> sizes d = n -> (forall i, [:: nat_of_ord i] |= e = F i) ->
  inverse_holds letters sizes (Inverse t [:: d] (expand e)).
Proof.
by move=> lt uF sd xe env /(ranged1 sd)[i ->]; rewrite expandE xe lt family1E mulVr.
Qed.

Lemma inverse2 t d d' m n e (F : 'I_m -> 'I_n -> R) :
  letters t = family2 (fun i j => (F i j)^-1) ->
  (forall i j, F i j \is a GRing.unit) -> sizes d = m -> sizes d' = n ->
  (forall i j, [:: nat_of_ord i; nat_of_ord j] |= e = F i j) ->
  inverse_holds letters sizes (Inverse t [:: d; d'] (expand e)).
Proof.
move=> lt uF sd sd' xe env /(ranged2 sd sd')[i [j ->]].
by rewrite expandE xe lt family2E mulVr.
Qed.

Lemma symmetric_letter t n (A : 'M[R]_n) : letters t = family2 (fun i j => A i j) ->
  A^T = A -> forall a b, letters t [:: a; b] = letters t [:: b; a].
Proof.
move=> -> sym a b; rewrite /family2.
by case: insubP => [i _ _|]; case: insubP => [j _ _|] //; rewrite -{1}sym mxE.
Qed.

(** * Matrices of two rows or three *)

Lemma each_place n (P : 'I_n.+1 -> Prop) :
  P ord0 -> (forall i : 'I_n, P (lift ord0 i)) -> forall i, P i.
Proof. by move=> p0 ps i; case: (unliftP ord0 i) => [j ->|->]. Qed.
Lemma no_place (P : 'I_0 -> Prop) i : P i. Proof. by case: i. Qed.

Local Notation first := ord0.
Local Notation second := (lift ord0 ord0).
Lemma det_of_diag n (x : 'cV[R]_n) : \det (diag x) = \prod_i x i 0.
Proof.
have -> : diag x = diag_mx x^T by apply/matrixP => i j; rewrite !mxE.
by rewrite det_diag; apply: eq_bigr => i _; rewrite mxE.
Qed.
Lemma det2 (A : 'M[R]_2) :
  \det A = A first first * A second second - A first second * A second first.
Proof.
rewrite (expand_det_row _ ord0) !big_ord_recl big_ord0 addr0 /cofactor !det_mx11 !mxE /=.
rewrite expr0 mul1r expr1 mulN1r mulrN; congr (_ * A _ _ - A _ _ * A _ _); exact: val_inj.
Qed.

Lemma det2_rows (a b c d : R) : \det (rows 2 2 [:: [:: a; b]; [:: c; d]]) = a * d - b * c.
Proof. by rewrite det2 !mxE. Qed.
Lemma det3 (A : 'M[R]_3) (i := lift ord0 (lift ord0 ord0) : 'I_3) (j := lift ord0 ord0 : 'I_3) :
  \det A = A first first * (A j j * A i i - A j i * A i j)
    - A first j * (A j first * A i i - A j i * A i first)
    + A first i * (A j first * A i j - A j j * A i first).
Proof.
rewrite (expand_det_row _ ord0) !big_ord_recl big_ord0 addr0 /cofactor !det2 !mxE /=.
rewrite ?addn0 /= expr0 mul1r expr1 mulN1r mulrN sqrrN expr1n mul1r addrA.
by congr (_ * (A _ _ * A _ _ - A _ _ * A _ _) - _ * (A _ _ * A _ _ - A _ _ * A _ _)
   + _ * (A _ _ * A _ _ - A _ _ * A _ _)); exact: val_inj.
Qed.

Lemma inverse_is n (A B : 'M[R]_n) : A *m B = 1%:M -> invmx A = B.
Proof. by move=> AB; have [uA _] := mulmx1_unit AB; rewrite -[LHS]mulmx1 -AB mulKmx. Qed.

Lemma inverse_of_product n (A B : 'M[R]_n) : A \in unitmx -> B \in unitmx ->
  invmx (A *m B) = invmx B *m invmx A.
Proof.
move=> ua ub; apply: inverse_is.
by rewrite -mulmxA [B *m _]mulmxA mulmxV // mul1mx mulmxV.
Qed.

(** * The decision, of two numbers *)

Lemma every_cat (A : Type) (P : A -> Prop) k l : every P k -> every P l -> every P (k ++ l).
Proof. by elim: k => //= x k IH [px /IH pk] /pk. Qed.

Lemma every_cancels inverses : every (inverse_holds letters sizes) inverses ->
  every (holds letters sizes) (flatten (map cancels inverses)).
Proof. by elim: inverses => //= i l IH [/cancels_holds hi /IH]; apply: every_cat. Qed.

Lemma decide ctx env rules symmetric inverses e e' x y :
  env |= e = x -> env |= e' = y -> in_range sizes ctx env ->
  every (holds letters sizes) rules ->
  every (fun t => forall a b, letters t [:: a; b] = letters t [:: b; a]) symmetric ->
  every (inverse_holds letters sizes) inverses ->
  term_vanishes (flatten (map cancels inverses) ++ rules) symmetric inverses ctx
    (Plus e (Minus e')) -> x = y.
Proof.
move=> <- <- ok ruled sym inv; have all_ruled := every_cat (every_cancels inv) ruled.
by move=> /(term_vanishesP all_ruled sym inv ok) /= /eqP; rewrite subr_eq0 => /eqP.
Qed.
End Read.
