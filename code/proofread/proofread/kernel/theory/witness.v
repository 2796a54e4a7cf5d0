(** Witnesses: the hypotheses of a theorem hold somewhere, so that it is not empty.

    What is shown says that there are sizes, rational numbers, matrices, functions and
    random numbers of which all hypotheses hold.  Which ones is told by the translator;
    here is what they are made of, and the tactic that computes that they do.          *)

From mathcomp Require Import all_ssreflect ssralg ssrnum ssrint rat matrix mxalgebra zmodp.
From mathcomp Require Import ring.
From kernel Require Import sums notions reading.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory Num.Theory.
Local Open Scope ring_scope.

Local Notation R := [comUnitRingType of rat].

(** * Matrices *)

(** The columns of an identity, as many as there are.                                  *)
Definition eye m n : 'M[R]_(m, n) := \matrix_(i, j) (i == j :> nat)%:R.

Lemma invmx_11 (A : 'M[R]_1) : invmx A = const_mx (A 0 0)^-1.
Proof.
by rewrite {1}[A]mx11_scalar invmx_scalar; apply/matrixP => i j; rewrite !mxE !ord1 eqxx mulr1n.
Qed.

(** * Roots of squares *)

Definition nat_root (n : nat) := find (fun k => n <= k * k)%N (iota 0 n.+1).
Definition root (x : R) : R := (nat_root `|numq x|%N)%:R / (nat_root `|denq x|%N)%:R.

(** * Logarithms

    log p = 1 / p! for every prime p makes log x + log y of log (x * y), and it takes every
    value: so there is an exp with log (exp x) = x.  That exp (x + y) be exp x * exp y
    besides is too much for the rationals.                                             *)

Definition weight (n : nat) : rat := \sum_(0 <= p < n.+1) (logn p n)%:R / p`!%:R.

Lemma weight_upto n N : (0 < n < N)%N ->
  weight n = \sum_(0 <= p < N) (logn p n)%:R / p`!%:R.
Proof.
case/andP=> pos lt; rewrite [RHS](@big_cat_nat _ _ _ n.+1) //= [X in _ + X]big_nat_cond.
by rewrite [X in _ + X]big1 ?addr0 // => p /andP[/andP[above _] _]; rewrite ltn_log0 ?mul0r.
Qed.

Lemma weight_mul m n : (0 < m)%N -> (0 < n)%N -> weight (m * n) = weight m + weight n.
Proof.
move=> pm pn; have pmn : (0 < m * n)%N by rewrite muln_gt0 pm.
rewrite (@weight_upto m (m * n).+1) ?(@weight_upto n (m * n).+1) ?pm ?pn ?ltnS ?leq_pmulr ?leq_pmull //.
rewrite -big_split /weight; apply: eq_bigr => p _ /=; rewrite -mulrDl -natrD lognM //.
Qed.

Lemma weight_prime p : prime p -> weight p = p`!%:R^-1.
Proof.
move=> pr; rewrite /weight big_nat_recr //= logn_prime // eqxx mul1r big_nat_cond big1 ?add0r //.
by move=> q /andP[/andP[_ lt] _]; rewrite logn_prime // (ltn_eqF lt) mul0r.
Qed.

Definition log_of (x : R) : R := weight `|numq x|%N - weight `|denq x|%N.

Lemma log_of_quotient (a b : int) : a != 0 -> b != 0 ->
  log_of (a%:~R / b%:~R) = weight `|a|%N - weight `|b|%N.
Proof.
move=> na nb; set x : rat := a%:~R / b%:~R.
have nx : x != 0 by rewrite mulf_neq0 ?invr_eq0 ?intr_eq0.
have same : numq x * b = a * denq x.
  apply: (@intr_inj [numDomainType of rat]); rewrite !intrM [in LHS]numqE /x.
  by rewrite mulrAC divfK ?intr_eq0.
have := congr1 (fun z : int => weight `|z|) same; rewrite !abszM !weight_mul ?absz_gt0 ?numq_eq0 ?denq_neq0 //.
by move=> e; apply/eqP; rewrite /log_of subr_eq addrAC -e addrK.
Qed.

Lemma log_of_product x y : x \is a GRing.unit -> y \is a GRing.unit ->
  log_of (x * y) = log_of x + log_of y.
Proof.
rewrite !unitfE => nx ny; rewrite -{1}[x]divq_num_den -{1}[y]divq_num_den mulf_div -!intrM.
rewrite log_of_quotient ?mulf_neq0 ?numq_eq0 ?denq_neq0 // !abszM !weight_mul ?absz_gt0 ?numq_eq0 ?denq_neq0 //.
by rewrite /log_of opprD addrACA.
Qed.

Lemma log_of_1 : log_of 1 = 0.
Proof. by apply: (addrI (log_of 1)); rewrite -log_of_product ?unitr1 // mulr1 addr0. Qed.
Lemma log_of_power x n : x \is a GRing.unit -> log_of (x ^+ n) = n%:R * log_of x.
Proof.
move=> ux; elim: n => [|n IH]; first by rewrite log_of_1 mul0r.
by rewrite exprS log_of_product ?unitrX // IH mulrS mulrDl mul1r.
Qed.
Lemma log_of_inverse x : x \is a GRing.unit -> log_of x^-1 = - log_of x.
Proof.
by move=> ux; apply/eqP; rewrite -addr_eq0 addrC -log_of_product ?unitrV // divrr // log_of_1.
Qed.

Definition base (n : nat) := pdiv (n`!.+1).
Definition exp_of (x : R) : R :=
  let: p := base `|denq x| in p%:R ^ (numq x * (p`! %/ `|denq x|)%N).

Lemma log_of_exp x : log_of (exp_of x) = x.
Proof.
rewrite /exp_of; set p := base _; set d := `|denq x|%N.
have pr : prime p by rewrite pdiv_prime // ltnS fact_gt0.
have posd : (0 < d)%N by rewrite absz_gt0 denq_neq0.
have lt : (d < p)%N.
  rewrite ltnNge; apply/negP => le; have := pdiv_dvd (d`!.+1); rewrite -/(base d) -/p.
  by rewrite -addn1 dvdn_addr ?dvdn1 ?dvdn_fact ?prime_gt0 //; move/eqP=> p1; rewrite p1 in pr.
have up : (p%:R : R) \is a GRing.unit by rewrite unitfE pnatr_eq0 -lt0n prime_gt0.
have logp : log_of p%:R = p`!%:R^-1.
  rewrite -[p%:R]divr1 -[p%:R](_ : (Posz p)%:~R = _) // -[1]/(1%:~R) log_of_quotient //.
    by rewrite !absz_nat weight_prime // [weight 1]big1 ?subr0 // => q _; rewrite logn1 mul0r.
  by rewrite -lt0n prime_gt0.
have logz (z : int) : log_of (p%:R ^ z) = z%:~R * log_of p%:R.
  case: z => n; first by rewrite -exprnP log_of_power.
  by rewrite NegzE -exprnN log_of_inverse ?unitrX // log_of_power // mulrNz mulNr.
rewrite logz logp intrM.
have -> : ((p`! %/ d)%N : int)%:~R = (p`!%:R / d%:R : rat).
  have dv : (d %| p`!)%N by rewrite dvdn_fact // posd ltnW.
  by rewrite -{2}(divnK dv) natrM mulfK ?pnatr_eq0 -?lt0n.
have -> : (d%:R : rat) = (denq x)%:~R by rewrite -[in RHS](absz_denq x).
by rewrite -mulrA mulrAC divff ?pnatr_eq0 -?lt0n ?fact_gt0 // mul1r divq_num_den.
Qed.

(** * Random numbers

    Four outcomes, equally likely: a random number is what it is in each.  Two coins are
    independent, and a draw has some mean and some deviation.                          *)

Definition four := ((rat^o * rat^o) * (rat^o * rat^o))%type.
Canonical four_comRing := [comRingType of four].
Canonical four_comAlg := [comAlgType R of four].
Canonical four_comUnitAlg := [comUnitAlgType R of four].
Definition outcomes := [comUnitAlgType R of four].

Definition average (x : outcomes) : R := (x.1.1 + x.1.2 + x.2.1 + x.2.2) / 4%:R.
Lemma average_of_sum x y : average (x + y) = average x + average y.
Proof. by rewrite /average /=; move: x y => [[a b] [c d]] [[e f] [g h]] /=; ring. Qed.
Lemma average_of_multiple a x : average (a *: x) = a * average x.
Proof. by rewrite /average mulrA !mulrDr. Qed.

Definition coin1 (m s : R) : outcomes := ((m + s, m - s), (m + s, m - s)).
Definition coin2 (m s : R) : outcomes := ((m + s, m + s), (m - s, m - s)).

(** * The tactic *)

Lemma all_of_1 (P : 'I_1 -> Prop) : P ord0 -> forall i, P i.
Proof. by move=> p0 i; rewrite (ord1 i). Qed.
Lemma all_of_2 (P : 'I_2 -> Prop) : P ord0 -> P (lift ord0 ord0) -> forall i, P i.
Proof.
move=> p0 p1 [[|[|//]] lt]; first by rewrite (_ : Ordinal lt = ord0) //; apply: val_inj.
by rewrite (_ : Ordinal lt = lift ord0 ord0) //; apply: val_inj.
Qed.

(** Numbers that are written out.                                                      *)
Ltac written_out :=
  rewrite /sqn /dot /had /diag /diagonal /rows /eye;
  repeat first
    [ rewrite !mxE | rewrite !big_ord_recl !big_ord0 | rewrite !det2 | rewrite !det_mx11
    | rewrite !invmx_11 | rewrite !invmx1 ].
Ltac computed :=
  written_out;
  lazymatch goal with
  | |- context [BigOp.bigop] => fail
  | |- context [fun_of_matrix] => fail
  | |- context [determinant] => fail
  | |- _ => vm_compute; exact: erefl
  end.
Ltac equal :=
  lazymatch goal with
  | |- is_true (_ \in unitmx) => rewrite unitmxE ?(det_mx11, det2_rows, det2); computed
  | |- is_true _ => computed
  | |- @eq (matrix _ _ _) _ _ => apply/matrixP; red; places
  | |- _ => apply/eqP; computed
  end
with places :=
  cbv beta;
  lazymatch goal with
  | |- forall _ : 'I_1, _ => apply: all_of_1; places
  | |- forall _ : 'I_2, _ => apply: all_of_2; places
  | |- _ => equal
  end.

(** A law of functions: one that has been shown, or nothing where an infinitesimal is 0,
    or an equation of numbers where functions are constant.                            *)
Ltac law :=
  first
  [ exact: average_of_sum | exact: average_of_multiple
  | exact: log_of_product | exact: log_of_exp
  | intros; cbv beta;
    first
    [ lazymatch goal with
      |- _ = _ => rewrite ?(mul0r, scale0r, addr0, trmx1); reflexivity end
    | repeat match goal with x : _ |- _ => clear x end;
      lazymatch goal with _ : _ |- _ => fail | _ => equal end ] ].

Ltac holds :=
  cbv beta;
  lazymatch goal with
  | |- True => exact I
  | |- forall _ : 'I__, _ => places
  | |- forall _, _ => law
  | |- is_true (1%:M \in unitmx) => exact: unitmx1
  | |- @eq (matrix _ _ _) _ _ => first [ rewrite ?(trmx1, mulmx1); reflexivity | equal ]
  | |- _ => equal
  end.

(** All hypotheses, of what names stand for.                                           *)
Ltac all_hold :=
  repeat match goal with x := _ |- _ => subst x end;
  repeat lazymatch goal with |- _ /\ _ => split end;
  holds.
