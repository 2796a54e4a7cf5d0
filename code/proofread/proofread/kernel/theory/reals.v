(** Witnesses among the real numbers: those of Coq's own library, with their axioms.

    That exp (x + y) is exp x * exp y and log (exp x) is x no rational numbers satisfy; the
    real functions do.  Here the real numbers are a ring of MathComp, whatever stands in
    what is assumed is 1/2, and what has to have an inverse is shown to be positive.     *)

From Coq Require Import Reals Lra Epsilon FunctionalExtensionality.
From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import notions witness.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

Notation real := Rdefinitions.R.

(** * The ring                                                                        *)

Definition eqr (x y : real) : bool := if Req_EM_T x y then true else false.
Lemma eqrP : Equality.axiom eqr.
Proof. by move=> x y; rewrite /eqr; case: Req_EM_T; constructor. Qed.
Canonical real_eqType := EqType real (EqMixin eqrP).

Fact inhab : inhabited (real). Proof. exact: (inhabits R0). Qed.
Definition pick (P : pred real) (n : nat) : option real :=
  let x := epsilon inhab (fun x => P x : Prop) in if P x then Some x else None.
Fact pick_some (P : pred real) n x : pick P n = Some x -> P x.
Proof. by rewrite /pick; case: ifP => // px; case=> <-. Qed.
Fact pick_ex (P : pred real) : (exists x : real, P x) -> exists n, pick P n.
Proof. by rewrite /pick; move=> ex; exists 0%N; rewrite (epsilon_spec inhab (fun x => P x : Prop) ex). Qed.
Fact pick_ext (P Q : pred real) : P =1 Q -> pick P =1 pick Q.
Proof.
move=> PQ n; rewrite /pick.
suff -> : P = Q by [].
by apply: FunctionalExtensionality.functional_extensionality.
Qed.
Definition real_choiceMixin : choiceMixin real := Choice.Mixin pick_some pick_ex pick_ext.
Canonical real_choiceType := ChoiceType real real_choiceMixin.
Fact addA : associative Rplus. Proof. by move=> *; rewrite Rplus_assoc. Qed.
Definition real_zmodMixin := ZmodMixin addA Rplus_comm Rplus_0_l Rplus_opp_l.
Canonical real_zmodType := ZmodType real real_zmodMixin.
Fact mulA : associative Rmult. Proof. by move=> *; rewrite Rmult_assoc. Qed.
Fact mulD : left_distributive Rmult Rplus. Proof. by move=> *; rewrite Rmult_plus_distr_r. Qed.
Fact one_neq0 : R1 != R0 :> real. Proof. by apply/eqP/R1_neq_R0. Qed.
Definition real_ringMixin := ComRingMixin mulA Rmult_comm Rmult_1_l mulD one_neq0.
Canonical real_ringType := RingType real real_ringMixin.
Canonical real_comRingType := ComRingType real Rmult_comm.
Definition unit : pred real := fun x => x != R0.
Definition inv (x : real) := if unit x then Rinv x else x.
Fact mulV : {in unit, left_inverse 1 inv *%R}.
Proof. by move=> x ux; rewrite /inv (ux : unit x = true); apply: Rinv_l; apply/eqP. Qed.
Fact unitPl x y : y * x = 1 -> unit x.
Proof. by move=> e; apply/eqP => z; move: e; rewrite z /GRing.mul /= Rmult_0_r => /esym; apply: R1_neq_R0. Qed.
Fact inv_out : {in [predC unit], inv =1 id}.
Proof. by move=> x nux; rewrite /inv (negbTE (nux : ~~ unit x)). Qed.
Definition real_unitMixin := ComUnitRingMixin mulV unitPl inv_out.
Canonical real_unitRingType := UnitRingType real real_unitMixin.
Canonical real_comUnitRingType := [comUnitRingType of real].

Local Notation R := [comUnitRingType of real].

(** * Exponentials and logarithms                                                     *)

Definition real_exp (x : R) : R := Rtrigo_def.exp x.
Definition real_log (x : R) : R := ln (Rabs x).
Definition half : R := (1 + 1)^-1.

Lemma real_exp_of_sum (x y : R) : real_exp (x + y) = real_exp x * real_exp y.
Proof. exact: exp_plus. Qed.
Lemma real_exp_of_0 : real_exp 0 = 1.
Proof. exact: exp_0. Qed.
Lemma real_log_of_product (x y : R) : x \is a GRing.unit -> y \is a GRing.unit ->
  real_log (x * y) = real_log x + real_log y.
Proof.
move=> /eqP ux /eqP uy; rewrite /real_log /GRing.mul /= Rabs_mult ln_mult //; exact: Rabs_pos_lt.
Qed.
Lemma real_log_of_exp (x : R) : real_log (real_exp x) = x.
Proof. by rewrite /real_log Rabs_pos_eq ?ln_exp //; apply: Rlt_le; exact: exp_pos. Qed.

(** * What is positive                                                                *)

Definition positive (x : R) := Rlt R0 x.
Lemma unit_of_positive x : positive x -> x \is a GRing.unit.
Proof. by move=> p; apply/eqP => z; move: p; rewrite /positive z; lra. Qed.
Lemma real_exp_of_log x : positive x -> real_exp (real_log x) = x.
Proof. by move=> p; rewrite /real_log Rabs_pos_eq; [exact: exp_ln | exact: Rlt_le]. Qed.
Lemma positive_1 : positive 1. Proof. exact: Rlt_0_1. Qed.
Lemma positive_exp x : positive (real_exp x). Proof. exact: exp_pos. Qed.
Lemma positive_sum x y : positive x -> positive y -> positive (x + y).
Proof. exact: Rplus_lt_0_compat. Qed.
Lemma positive_product x y : positive x -> positive y -> positive (x * y).
Proof. exact: Rmult_lt_0_compat. Qed.
Lemma positive_inverse x : positive x -> positive x^-1.
Proof.
move=> p; have ux : unit x := unit_of_positive p.
by rewrite /GRing.inv /= /inv ux; apply: Rinv_0_lt_compat.
Qed.
Lemma positive_number n : positive n.+1%:R.
Proof.
elim: n => [|n IH]; first exact: positive_1.
by rewrite mulrS; exact: positive_sum positive_1 IH.
Qed.
Lemma positive_less x : positive x -> positive (1 - (1 + x)^-1).
Proof.
move=> p; have p1 := positive_sum positive_1 p.
have same : 1 - (1 + x)^-1 = x * (1 + x)^-1.
  by rewrite -{1}(mulrV (unit_of_positive p1)) mulrDl mul1r addrAC subrr add0r.
by rewrite same; apply: positive_product => //; apply: positive_inverse.
Qed.

Lemma positive_slope r (e := real_exp (- r)) :
  positive ((1 + e)^-1 * e - (1 + e)^-1 ^+ 2 * real_exp (- (2%:R * r))).
Proof.
have -> : real_exp (- (2%:R * r)) = e * e.
  by rewrite -real_exp_of_sum mulr_natl mulr2n opprD.
have p1 := positive_sum positive_1 (positive_exp (- r)); set v := (1 + e)^-1.
have one : v + v * e = 1 by rewrite -{1}[v]mulr1 -mulrDr mulVr ?unit_of_positive.
have -> : v * e - v ^+ 2 * (e * e) = v * e * v.
  by rewrite -[X in _ = _ * X](addrK (v * e) v) one mulrBr mulr1 expr2 mulrACA.
have pv := positive_inverse p1.
exact: positive_product (positive_product pv (positive_exp _)) pv.
Qed.

Ltac is_positive :=
  lazymatch goal with
  | |- positive (_ * _ + - (_ ^+ 2 * _)) => exact: positive_slope
  | |- positive (1 + - (1 + _)^-1) => apply: positive_less; is_positive
  | |- positive (real_exp _) => exact: positive_exp
  | |- positive (_ + _) => apply: positive_sum; is_positive
  | |- positive (_ * _) => apply: positive_product; is_positive
  | |- positive (_^-1) => apply: positive_inverse; is_positive
  | |- positive (1%:R) => exact: positive_1
  | |- positive (_%:R) => exact: positive_number
  | |- positive 1 => exact: positive_1
  end.

Ltac holds_of_reals :=
  cbv beta;
  lazymatch goal with
  | |- forall _ : 'I__, _ => apply: all_of_1; holds_of_reals
  | |- is_true _ =>
      rewrite /half ?(mxE, big_ord1); apply: unit_of_positive; is_positive
  | |- forall _, _ => first
      [ exact: real_exp_of_sum | exact: real_log_of_product | exact: real_log_of_exp
      | intros; rewrite ?(mul0r, addr0); reflexivity ]
  | |- 0 * 0 = 0 => exact: mul0r
  | |- real_exp 0 = 1 => exact: real_exp_of_0
  | |- real_exp (real_log _) = _ => rewrite /half; apply: real_exp_of_log; is_positive
  end.
Ltac all_hold_of_reals :=
  repeat match goal with x := _ |- _ => subst x end;
  repeat lazymatch goal with |- _ /\ _ => split end;
  holds_of_reals.
